/** Code units; a review of four words has seldom more. */
const longestReview = 80;

/** A language's commonest words of short reviews, of our own compilation. */
type ReviewWords = {
  /** No English words: they speak for the language beside any others. */
  words: string;
  /** English too, in another sense: they speak for it where all the rest of a text is no more than a name of a thing. */
  alone?: string;
};

// Words of several languages stand under each; among these the n-grams then decide.
const reviewWords: Readonly<Record<string, ReviewWords>> = {
  de: {
    words: `sehr nicht ist ein eine einfach leider immer wieder nie mehr schlecht schlechte schlechter schlechtes schrott
      müll muell scheiße scheisse scheiß katastrophe enttäuscht enttäuschend enttäuschung zufrieden unzufrieden
      empfehlenswert empfehlung weiterempfehlung klasse tolle toller tolles schön schöne schöner lecker prima spitze
      hervorragend ausgezeichnet wunderbar geil gute guter gutes gutem guten besser beste bester bestes schnell
      schnelle langsam teuer billig billige überteuert kaputt unbrauchbar nutzlos furchtbar schrecklich grauenhaft
      mies miese mieser mangelhaft ungenügend abzocke betrug frechheit lieferung ware qualität produkt preis
      kundenservice kundendienst danke gerne funktioniert nichts weg läuft stürzt unfreundlich freundlich nett frech
      voll naja geht absturz abstürze werbung nervig nervt bitte anwendung`,
    alone: 'gut mist hammer toll',
  },
  fr: {
    words: `nul nulle nuls très trop pas bien bon bonne mauvais mauvaise génial géniale parfait parfaite inutile
      inutilisable décevant decevant décevante déçu déçue decu deçu arnaque voleurs honteux honte horreur pourri
      pourrie merde bof moyen moyenne cher chère chere rapide lente agréable sympa magnifique incroyable superbe
      délicieux rien recommande merci qualité appli produit livraison prix fuir éviter jamais c'est j'adore j'aime
      aime dommage catastrophique satisfait satisfaite ravi ravie fonctionne marche pratique utile bugue buggé plante`,
    alone: 'bon formidable catastrophe facile mal',
  },
  es: {
    words: `malo mala malos malas bueno buena buenos buenas buen muy pésimo pesimo pésima pesima horroroso excelente
      excelentes mejor peor perfecto perfecta bien encanta encantó encanto gusta gustó recomiendo recomendable
      recomendado basura mierda estafa estafadores ladrones robo fraude decepción decepcion decepcionante decepcionado
      lento lenta rápido rapido caro barato bonito bonita hermoso delicioso asco asqueroso inútil inutil funciona
      sirve útil práctico producto calidad precio servicio envío aplicación aplicacion gracias nunca jamás feo fea
      maravilloso maravillosa increíble vergüenza verguenza fantástico fantastico contento contenta satisfecho chévere
      chido guay engaño`,
    alone: 'genial mal rico',
  },
  pt: {
    words: `adorei adoro amei gostei gosto ótimo otimo ótima otima péssimo pessimo péssima pessima horrível horrivel ruim
      bom boa bons muito demais excelente excelentes maravilhoso maravilhosa perfeito perfeita lixo merda golpe fraude
      enganação decepção decepcionante decepcionada decepcionado recomendo melhor pior bacana lento lenta rápido
      rapido caro barato lindo produto qualidade preço preco serviço servico entrega aplicativo obrigado obrigada
      nunca funciona trava travando útil inútil terrível terrivel fraco fraca razoável razoavel não nao bem incrível
      incrivel sensacional satisfeito satisfeita nojo vergonha`,
    alone: 'bom mal',
  },
  it: {
    words: `delude deludente deludenti deluso delusa delusione pessimo pessima pessimi ottimo ottima ottimi buono buona
      buoni bello bella bellissimo bellissima brutto brutta schifo schifoso schifezza orribile terribile fantastico
      fantastica eccellente perfetto perfetta meraviglioso meravigliosa molto troppo bene benissimo malissimo
      consiglio consigliato sconsiglio sconsigliato sconsigliatissimo truffa ladri lento lenta veloce caro economico
      scadente inutile utile comodo comoda pratico prodotto qualità prezzo servizio spedizione applicazione grazie
      funziona piace adoro soddisfatto soddisfatta insoddisfatto peggio peggiore migliore discreto vergogna vergognoso
      gentilissimi buonissimo buonissima squisito`,
    alone: 'male bella facile',
  },
  nl: {
    words: `goed goede slecht slechte waardeloos waardeloze geweldig geweldige fantastisch fantastische uitstekend
      uitstekende prachtig prachtige mooi mooie leuk leuke lekker heerlijk zeer niet geen nooit tevreden ontevreden
      teleurgesteld teleurstellend teleurstelling aanrader afrader oplichters oplichting troep rotzooi kut klote
      vreselijk verschrikkelijk matig duur dure goedkoop snel snelle traag trage handig makkelijk gebruiksvriendelijk
      vriendelijk onvriendelijk kwaliteit prijs levering klantenservice bedankt werkt prima perfecte prutserij
      belachelijk schandalig slordig beter onbruikbaar nutteloos lelijk`,
    alone: 'drama',
  },
  sv: {
    words: `skitbra skitdålig dålig dåligt dåliga jättebra jättedålig jättefin mycket väldigt inte aldrig usel uselt urusel
      värdelös värdelöst fantastisk fantastiskt underbar underbart perfekt utmärkt toppen kanon kanonbra suverän hemsk
      hemskt katastrof besviken besvikelse nöjd missnöjd rekommenderar rekommenderas bedrägeri dyrt dyr billigt snabb
      snabbt långsam långsamt fungerar funkar kvalitet leverans kundtjänst snygg fint älskar hatar smidig enkel bäst
      sämst sämsta bästa skräp`,
    alone: 'skit bra fin',
  },
  da: {
    words: `dårlig dårligt dårlige rigtig virkelig meget ikke aldrig elendig elendigt forfærdelig forfærdeligt fantastisk
      fantastiske fremragende perfekt dejlig dejligt lækker lækkert skuffet skuffende skuffelse tilfreds utilfreds
      anbefales anbefaler svindel lort dyrt dyr billigt hurtig hurtigt langsom langsomt virker kvalitet levering
      kundeservice tak flot fint elsker hader nemt ubrugelig værste bedste ligegyldig`,
    alone: 'god ringe',
  },
  no: {
    words: `dårlig dårlige veldig kjempebra kjempegod kjempefint ikke aldri elendig forferdelig fantastisk utmerket perfekt
      nydelig deilig skuffet skuffende skuffelse fornøyd misfornøyd anbefales anbefaler svindel søppel dritt dyrt dyr
      billig rask raskt treg tregt fungerer funker virker kvalitet levering kundeservice takk flott fint elsker
      ubrukelig verste`,
    alone: 'god bra fin',
  },
  tr: {
    words: `berbat kötü kotu iyi çok cok güzel guzel harika mükemmel mukemmel muhteşem muhtesem süper şahane sahane rezalet
      rezil iğrenç igrenc felaket fena değil degil tavsiye ederim etmem etmiyorum beğendim begendim beğenmedim
      bayıldım bayildim kalitesiz kaliteli pahalı pahali ucuz hızlı hizli yavaş yavas çalışmıyor calismiyor
      teşekkürler tesekkurler ürün urun uygulama hizmet kargo asla sakın sakin almayın almayin dolandırıcı dolandirici
      çöp memnun memnunum kaldım kullanışlı vasat`,
  },
  hu: {
    words: `szar szarság jó rossz nagyon szuper kiváló tökéletes remek szép gyönyörű borzalmas borzasztó szörnyű pocsék
      gagyi vacak csalódás csalódott átverés csalás drága olcsó gyors lassú ajánlom elégedett köszönöm soha többet
      működik használhatatlan hasznos finom imádom szeretem utálom minőség termék katasztrófa kuka szemét király jól`,
  },
  pl: {
    words: `dobra dobry dobre świetna świetny świetne swietna bardzo słaba słaby słabe slabe slaba zła zły złe tragedia
      porażka dramat masakra beznadzieja beznadziejna beznadziejny polecam odradzam nie rewelacja rewelacyjny
      rewelacyjna doskonały doskonała doskonale wspaniały okropny okropna fatalny fatalna kiepski kiepska kiepskie
      gówno badziew badziewie szajs oszustwo oszuści złodzieje drogo tanio szybko wolno działa dziala dziękuję dzięki
      jakość produkt obsługa dostawa nigdy więcej zadowolony zadowolona kocham żenada spoko fajna fajny fajne
      najlepsza najlepszy najgorsza`,
  },
  cs: {
    words: `dobrá dobrý dobré dobre skvělá skvělý skvělé skvele výborná výborný výborně vyborne špatná špatný špatné hrozná
      hrozný hrůza hruza děs katastrofa šmejd odpad velmi moc pěkné pěkný krásné krásný nádherné spokojenost spokojený
      spokojená nespokojenost doporučuji doporucuji nedoporučuji nedoporucuji zklamání zklamaný podvod drahé levné
      rychlé rychle pomalé nefunguje funguje děkuji kvalita nikdy použitelné nepoužitelné příšerné paráda lepší
      nejlepší nejhorší`,
  },
  ro: {
    words: `bună buna foarte prost proastă proasta slabă excelentă groaznic groaznică oribil oribilă dezamăgit dezamăgitor
      dezamagitor dezamagit dezamăgire dezamagire recomand nerecomandat mulțumit multumit mulțumesc multumesc țeapă
      teapa escroci mizerie gunoi jalnic scump ieftin frumos frumoasă calitate produs preț livrare niciodată
      funcționează minunat minunată încântat perfectă mulțumită`,
    alone: 'bun slab',
  },
  fi: {
    words: `hyvä hyva hyvin huono huonoa surkea paska paskaa erinomainen loistava mahtava upea ihana kauhea hirveä pettymys
      suosittelen kallis halpa nopea hidas toimii toimiva kiitos laatu ei ikinä koskaan tyytyväinen tyytymätön roskaa
      huijaus täydellinen parempi paras hieno kelpo käyttökelvoton`,
  },
  id: {
    words: `bagus mantap mantul jelek buruk parah keren sangat sekali puas kecewa mengecewakan lumayan cepat lambat lemot
      mahal murah penipu penipuan sampah aplikasi barang pelayanan pengiriman terima kasih terimakasih tidak gak nggak
      banget enak suka rusak memuaskan membantu sesuai`,
  },
};

/** What is reviewed, as it is called in many languages: it says nothing of the language. */
const things =
  'app apps game product service hotel restaurant film video design internet phone smartphone laptop marketing online software update team shop';

/** Praise that a dozen languages share. Beside a name of a thing alone nobody can tell which it is. */
const shared = 'super top total bravo';
/** Words that are all of a review in several languages and of hardly one in English. */
const otherwiseForeign = 'note|total buggy|super top|top top|total super';

const slang =
  'gr8 luv luvs luvd lovin gud smh trash sux sucks crappy meh nah yay congrats wanna gonna gotta dunno aint innit plz cuz coz tbh imo ngl idk yall thnx ur rly fav worth garbage';

/**
 * What English headlines of two to four words say beside a name, of our own compilation; no words of other languages, save
 * such as they have of English. Longer headlines are told by their pieces.
 */
const headlines = `unveils unveiled launches launched sues sued suing fined fines cuts cutting slashes slashed raises raised hikes
  rises rise rising falls fell falling jumps jumped soars soared plunges plunged slumps slumped drops dropped tumbles surges
  surged loses lost wins won beats missed misses faces facing probe probed recalls recalled opens opened closes closed shuts
  expands buys bought acquires sells sold hires hiring hired fires fired layoffs names appoints appointed resigns resigned quits
  steps joins joined leaves left leaving bans banned blocks blocked blames blamed denies denied admits admitted apologises
  apologizes apologised apologized settles settled settlement lawsuit lawsuits accused charged investigated hacked hackers
  breach breached leaked leaks outage outages down fails failed failing failure delays delayed scraps scrapped halted resumes
  restores fixes fixed adds added removes removed ends ended starts begins tries wants seeks urges warns warned warning says
  said tells told claims claimed posts reveals revealed shows showed gets got goes going takes took makes made brings brought
  gives gave keeps kept puts sets hits hurt hurts workers staff strike strikes customers users drivers price prices pricing
  profit profits earnings revenue shares stocks loss losses outlook chief owner founder merger takeover bid review reviews
  reviewed jobs job update upgrade new worst better cheap cheaper expensive loom looms looming freeze ahead amid over after
  against versus vs boycott scam scams fraud backlash anger angry complaint complaints refund refunds rocks love loving loved
  hate hated avoid why how when who battery issue issues problem problems bug bugs broken award awards judge ruling regulator
  watchdog investigation growth demand shortage supply chain factory plant workers pay wages fees rates cost costs rebrand
  rivals rival partners partnership investors investor funding stake talks overhaul turnaround comeback return returns back
  heads phone phones laptop laptops watch watches software driver fans slams slammed praises praised ditches ditched drags`;

/** A language's review words, and English ones of headlines and slang, in texts of up to this many words. */
const mostWords = 4;
const mostOfSlang = 8;

const listed = (text: string): string[] => text.trim().split(/\s+/);
const wordIn = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** Languages by word. */
function languagesBy(which: 'words' | 'alone'): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, of] of Object.entries(reviewWords))
    for (const word of listed(of[which] ?? ''))
      languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}
const byWord = languagesBy('words');
const byLoneWord = languagesBy('alone');
const anyThing = new Set(listed(things));
const anyShared = new Set(listed(shared));
const anySlang = new Set(listed(slang));
const anyOfHeadlines = new Set(listed(headlines));
const foreign = new Set(otherwiseForeign.split('|'));

/**
 * For which languages the words of a short review speak, and how many of them; `und` where they are a review in several, and
 * nobody can tell in which. Empty for longer texts, of which the n-grams know enough.
 */
export function reviewWordsIn(text: string): ReadonlyMap<string, number> | 'und' {
  const found = new Map<string, number>();
  if (text.length > longestReview) return found;
  const words = Array.from(text.normalize('NFC').toLowerCase().matchAll(wordIn), ([word]) =>
    word.replace('’', "'"),
  ).filter((word) => !/^\p{N}+$/u.test(word));
  if (words.length === 0 || words.length > mostOfSlang) return found;
  const count = (language: string): void => void found.set(language, (found.get(language) ?? 0) + 1);
  for (const word of words) if (anySlang.has(word)) count('en');
  if (words.length > mostWords) return found;
  const telling = words.filter((word) => !anyThing.has(word));
  if (foreign.has(telling.join(' '))) return 'und';
  if (telling.length > 0 && telling.every((word) => anyShared.has(word))) return 'und';
  for (const word of words) {
    if (anyOfHeadlines.has(word)) count('en');
    for (const language of byWord.get(word) ?? []) count(language);
  }
  const rest = telling.filter((word) => !anyShared.has(word));
  if (rest.every((word) => byLoneWord.has(word)))
    for (const word of rest) for (const language of byLoneWord.get(word) ?? []) count(language);
  return found;
}
