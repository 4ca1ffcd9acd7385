/**
 * Words of headlines that tell opposite outcomes, as stems: what stands on the two sides of a line cannot both be true of
 * one event. A stem ends in `-` where any ending may follow. English, German, French, Spanish, Japanese and Chinese.
 */
const table = `
approv- clear- backs backed allow- accept- agree- endors- | reject- block- refus- deny denies denied denying oppos- ban bans banned veto-
rising rise rises rose climb- gain- jump- soar- surg- grow- grew increas- up higher more rall- advanc- | fall- fell drop- slide slides slid sliding slump- plung- declin- decreas- sink- sank tumbl- shrink- shrank down lower less dip dips dipped
upgrad- | downgrad-
rais- hike hikes hiked lift- increas- boost- | cut cuts cutting lower- reduc- slash- trim- halv-
open- launch- start- begin- began inaugurat- reopen- resum- | clos- shut- end ends ended ending stop- halt- cancel- scrap- pause pauses paused suspend- abandon-
win winning wins won | losing lose loses lost
profit- | loss losses
beat beats beating top tops topped exceed- | miss misses missed
hire hires hired hiring recruit- appoint- | firing fire fired fires sack- lays laid dismiss- oust- shed sheds axe axes axed
join- | leav- left quit- resign-
buy buys buying bought acquir- | sell sells selling sold
pass passes passed | fail fails failed
better stronger best | worse weaker worst
good strong | bad weak poor
support- prais- welcom- | oppos- criticis- criticiz- slam- condemn-
accept- | declin- reject- refus-
guilty convict- | acquit- cleared innocent
confirm- admit- | deny denies denied denying
enters entered entering | exits exited exiting
expand- widen- | shrink- narrow- contract-
extend- | shorten- curtail-
legal lawful | illegal unlawful
return- | leav-
first | last second 2 3 4
early | late
import- | export-
eröffne- öffne- starte- beginn- | schließ- schliess- geschlossen beende- stopp-
steig- stieg- gestiegen wächs- wuchs- zuleg- erhöh- hebt heben plus mehr höher- | fall- fäll- fiel- gefallen sink- sank- gesunken schrumpf- senk- minus weniger niedriger-
gewinn- gewann- gewonnen | verlust- verlier- verlor-
genehmig- billig- erlaub- | verbiet- verbot- ablehn- lehn- untersag- abgelehnt
kauf- kauft übernimm- | verkauf- veräuß-
einstell- stellt | entläss- entlass- streich-
ouvr- ouvert- ouverture lance lancent lancé | ferme ferment fermé fermée fermer fermeture arrêt- suspend-
hausse haussier augment- progress- grimp- croissance bond- | baisse baiss- recul- chut- diminu- plong-
bénéfice bénéfices | perte pertes
approuv- autoris- valid- accept- | rejett- rejet- refus- interdi- bloqu-
gagn- remport- | perd- perdu-
achèt- achet- rachèt- rachat | vend vendent vendu vente cède
embauch- recrut- | licenci- supprim-
plus | moins
inici- empiez- comienz- comenz- abre abren abrirá abrió inaugur- lanz- | termin- finaliz- acab- cierr- cerr- cancel- suspend-
sube suben subió subida aument- crece crecen creció eleva alza | baja bajan bajó bajada cae caen cayó caída reduc- descend- descens-
gana ganan ganó ganancias beneficio beneficios | pierd- perdió perder pérdida pérdidas
aprueb- aprob- autoriz- acept- | rechaz- deneg- bloque- prohíb- prohib-
compra compran compró | vende venden vendió venta
contrat- | despid-
más | menos
上昇 増加 増益 値上 黒字 | 下落 減少 減益 値下 赤字
開店 開業 オー ープ 開始 | 閉店 閉鎖 終了 中止
上涨 增长 上升 盈利 | 下跌 下降 减少 亏损
开业 开设 | 关闭 停业
`;

type Side = { line: number; isLeft: boolean };
const longestEnding = 4;
const exact = new Map<string, Side[]>();
const stems = new Map<string, Side[]>();

for (const [line, text] of table.trim().split('\n').entries())
  for (const [at, words] of text.split('|').entries())
    for (const word of words.trim().split(/\s+/u)) {
      const [into, key] = word.endsWith('-') ? [stems, word.slice(0, -1)] : [exact, word];
      into.set(key, [...(into.get(key) ?? []), { line, isLeft: at === 0 }]);
    }

const known = new Map<string, readonly Side[]>();
const mostKnown = 20_000;

function sidesOf(word: string): readonly Side[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const sides = [...(exact.get(word) ?? [])];
  for (let cut = Math.max(2, word.length - longestEnding); cut <= word.length; cut++)
    sides.push(...(stems.get(word.slice(0, cut)) ?? []));
  if (known.size >= mostKnown) known.clear();
  known.set(word, sides);
  return sides;
}

/** Whether two words, in small letters, tell opposite outcomes: "rises" and "fell", "approved" and "rejects". */
export function areOpposites(a: string, b: string): boolean {
  if (a === b) return false;
  const mine = sidesOf(a);
  if (mine.length === 0) return false;
  return sidesOf(b).some((yours) =>
    mine.some(({ line, isLeft }) => line === yours.line && isLeft !== yours.isLeft),
  );
}
