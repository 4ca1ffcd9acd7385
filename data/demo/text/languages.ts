import type { Theme, Tone } from '../plan.ts';

type Foreign = { lang: string; tone: Tone; theme: Theme; title: string; say: string };

/** Visitors write in their own languages; the names of the brands stay as they are. */
export const foreign: readonly Foreign[] = [
  {
    lang: 'de',
    tone: 'positive',
    theme: 'quality',
    title: 'Bester Kaffee in {town}',
    say: '[Sehr guter|Wunderbarer|Hervorragender] Kaffee bei {B} in {town}, [freundliche Leute|gemütlich und ruhig|ich komme gern wieder]. {cheer}',
  },
  {
    lang: 'de',
    tone: 'negative',
    theme: 'service',
    title: 'Enttäuscht von {b} in {town}',
    say: 'Leider enttäuschend: bei {B} in {town} [{dozens} Minuten gewartet|war der Kaffee kalt|war das Personal unfreundlich]. [Schade|Nie wieder|Sehr schlecht].',
  },
  {
    lang: 'de',
    tone: 'neutral',
    theme: 'beans',
    title: 'Frage zu {bean}',
    say: 'Weiß jemand, ob {B} die Sorte {bean} auch nach [Deutschland|Österreich|in die Schweiz] schickt? Ich suche Kaffee für die [Siebträgermaschine|Handmühle|Filterkanne].',
  },
  {
    lang: 'de',
    tone: 'negative',
    theme: 'delivery',
    title: 'Paket von {b}',
    say: 'Das Paket von {B} kam {dozens} Tage zu spät, der Kaffee war [nass|offen|verdorben]. [Ärgerlich|Furchtbar|Sehr ärgerlich].',
  },
  {
    lang: 'fr',
    tone: 'positive',
    theme: 'quality',
    title: 'Une belle adresse à {town}',
    say: '[Excellent|Délicieux|Très bon] café chez {B} à {town}, [accueil charmant|équipe adorable|je recommande]. {cheer}',
  },
  {
    lang: 'fr',
    tone: 'negative',
    theme: 'price',
    title: 'Trop cher, {b} à {town}',
    say: '{pounds} pour un café tiède chez {B} à {town}, [quelle déception|c’est honteux|je suis déçue].',
  },
  {
    lang: 'fr',
    tone: 'neutral',
    theme: 'shops',
    title: '{b} à {town}',
    say: 'Est-ce que {B} à {town} est ouvert le dimanche ? Je cherche un café [près de la gare|avec des prises|pour travailler].',
  },
  {
    lang: 'es',
    tone: 'positive',
    theme: 'quality',
    title: 'Gran café en {town}',
    say: 'El café de {B} en {town} está [buenísimo|riquísimo|espectacular], [personal muy amable|volveré seguro|lo recomiendo]. {cheer}',
  },
  {
    lang: 'es',
    tone: 'negative',
    theme: 'app',
    title: 'La app de {b} no funciona',
    say: 'La app de {B} [se cierra sola|me cobró dos veces|no funciona] y me quedé sin café en {town}. [Fatal|Pésimo|Qué decepción].',
  },
  {
    lang: 'es',
    tone: 'neutral',
    theme: 'shops',
    title: '{b} cerca de {town}',
    say: '¿Alguien sabe si {B} abre en {town}? Busco café [cerca de la estación|con terraza|para llevar].',
  },
  {
    lang: 'ja',
    tone: 'positive',
    theme: 'quality',
    title: '{town} の {b}',
    say: '{town} の {B} でコーヒーを飲みました。[とても美味しかったです|香りが最高でした|また行きたいです]。{cheer}',
  },
  {
    lang: 'ja',
    tone: 'negative',
    theme: 'service',
    title: '{b} で待ちました',
    say: '{B} の {town} 店、コーヒーが出るまで{dozens}分。[残念でした|がっかりです]。',
  },
  {
    lang: 'ar',
    tone: 'positive',
    theme: 'quality',
    title: 'قهوة رائعة في {town}',
    say: 'جربت قهوة {B} في {town}، [رائعة جدا|طعم ممتاز|الخدمة ممتازة]. {cheer}',
  },
  {
    lang: 'ar',
    tone: 'neutral',
    theme: 'shops',
    title: 'سؤال عن {b}',
    say: 'هل يفتح {B} في {town} يوم الأحد؟ أبحث عن قهوة [قرب المحطة|للعمل].',
  },
];
