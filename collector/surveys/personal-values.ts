import type { Refusal, SurveyTools } from './survey-tools.ts';

const longestSegment = 80;
const mostSegments = 100;
/** From so many values on, a column in which they have few answers each tells people apart, not segments. */
const fewValues = 10;
const fewestEach = 5;

/** Common given names that are no places, months or things as well, without accents: enough to tell a column of people by. */
const givenNames = new Set(
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
  wilhelm william wolfgang yusuf yves zoe`.split(/\s+/),
);
const title = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|mlle|monsieur|madame|sr|sra|sig)\.?\s+\p{L}/iu;
const initial = /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+$/u;

/** Whether a text reads as the name of a person: Jane Doe, Doe, Jane, Dr Doe, J. Doe. */
function isName(text: string, { fold }: SurveyTools): boolean {
  if (/\d/.test(text)) return false;
  if (title.test(text) || initial.test(text)) return true;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const given = (/,/.test(text) ? words[1] : words[0]) ?? '';
  return words.length >= 2 && words.length <= 4 && givenNames.has(fold(given).split('-')[0] ?? '');
}

/** Why the values of a column are no segments: they may say who answered, or tell nobody together with others. */
export function segmentFlaw(
  answers: readonly { segment: string | null }[],
  tools: SurveyTools,
): Refusal | undefined {
  const given = answers.flatMap(({ segment }) => segment ?? []);
  const segments = [...new Set(given)];
  const refuse = (what: string): Refusal => ({ refused: `\`segment\` names a column with ${what}` });
  if (segments.some(tools.isPersonal))
    return refuse('addresses or telephone numbers in it; such columns are not read');
  if (segments.some((segment) => segment.length > longestSegment))
    return refuse(`texts of over ${longestSegment} characters: it is no segment`);
  if (segments.length > mostSegments)
    return refuse(`over ${mostSegments} different values: it is no segment`);
  const names = segments.filter((segment) => isName(segment, tools));
  if (names.length > 0 && names.length * 2 >= segments.length)
    return refuse('what reads as names of people in it; such columns are not read');
  if (segments.length > fewValues && segments.length * fewestEach > given.length)
    return refuse(
      `${segments.length} different values in ${given.length} answers, fewer than ${fewestEach} of each: it is no segment, and may say who answered`,
    );
  return undefined;
}
