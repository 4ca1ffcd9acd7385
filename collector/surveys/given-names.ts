/** Common given names that are no places, months or things as well, without accents: enough to tell a column of people by. */
export const givenNames = new Set(
  `aaron abdul abigail adam adrian agnes ahmed aisha alan albert alejandro alessandro alex alexander alexandra alexandre ali alice alicia
  alina alison allison amanda amelia amy ana andrea andreas andrew angela anita ann anna anne annette anthony antoine antonio arthur
  astrid barbara beatrice ben benjamin bernard bernd bettina bill birgit bob brian bruno camille carla carlos carmen caroline catherine
  cecile chiara chloe chris christian christiane christina christine christoph christophe christopher claire clara claudia claus colin
  craig cristina cynthia daniel daniela dave david deborah debra denise dennis diana diane diego dieter dmitri dominik donald dorothy
  douglas edward elena elisabeth elizabeth ella ellen emil emilia emily emma eric erik ernst esther eva evelyn fabian fatima felix
  fernando filip florian francesca francesco francis francois frank franz fred frederic gabriel gabriele george gerard gerhard giovanni
  giulia giuseppe grace greg guillaume gustav hanna hannah hans harald harry hassan heather heidi heike heinz helen helena helene henri
  henry herbert holger hugo ian ibrahim ines ingrid irene isabel isabella isabelle ivan jack jakob james jan jane janet jason javier
  jean jeff jennifer jens jeremy jessica jim joachim joan joanna joe joerg johan johanna johannes john jonas jonathan jorge jose joseph
  joshua juan judith julia julian julie julien jurgen justin karen karin karl katharina katherine kathleen katja katrin keith kelly ken
  kerstin kevin klaus kristina lars laura lauren laurent lea lena leo leon liam linda lisa lorenzo louis louise lucas lucia lucy luis
  luisa lukas luke manuel manuela marc marcel marco marcus margaret maria marie marina mario marion mark marko markus marta martin
  martina mary mateo mathieu matteo matthew matthias max maximilian megan melanie melissa mia michael michel michele michelle miguel
  mike mohamed mohammed monica monika moritz muhammad nadia nadine nancy natalia natalie nathan nicholas nick nicola nicolas nicole
  nina noah nora olga oliver olivia olivier omar oscar pablo pamela paola patricia patrick paul paula paulo pedro peter petra philip
  philipp philippe pierre rachel rafael rainer ralf raphael rebecca renate ricardo richard rita robert roberto roger roland ronald rosa
  ruth ryan sabine samantha samuel sandra sandrine sara sarah sean sebastian sergio sharon simon simone sofia sophia sophie stefan
  stefanie stephan stephanie stephen steve steven susan susanne suzanne sven sylvia sylvie tanja teresa theresa thomas thorsten tim
  timothy tobias tom tomas torsten udo ulrich ulrike uwe valentina valerie vanessa vera veronica vincent volker walter wendy werner
  wilhelm william wolfgang yusuf yves zoe
  amit anjali arjun ayse deepak elif emre fatma mehmet mustafa neha pooja priya rahul rajesh ravi sanjay sunita zeynep
  александр алексей анна дмитрий екатерина елена иван мария наталья ольга сергей татьяна محمد احمد فاطمة`.split(
    /\s+/,
  ),
);
