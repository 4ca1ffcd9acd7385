/** Texts that mean harm, one a case of the page: each must end as text, run nothing, load nothing, lead nowhere. */

export type HostileText = { id: string; title: string; excerpt: string; url: string | null; lang?: string };

const link = 'https://hostile.example/article';
const alert = 'globalThis.__ran=1';

export const hostileTexts: HostileText[] = [
  {
    id: 'C01',
    title: `<script>${alert}</script>`,
    excerpt: `before <script>${alert}</script> after`,
    url: link,
  },
  { id: 'C02 image', title: `<img src=x onerror=${alert}>`, excerpt: `<svg/onload=${alert}>`, url: link },
  {
    id: 'C02 media',
    title: `<video onloadstart=${alert}><source>`,
    excerpt: `<details ontoggle=${alert} open>x</details>`,
    url: link,
  },
  {
    id: 'C02 mutation',
    title: `<math><mtext><table><mglyph><style><img src=x onerror=${alert}>`,
    excerpt: '</style>',
    url: link,
  },
  {
    id: 'C03 title',
    title: `</title><script>${alert}</script>`,
    excerpt: `</textarea><script>${alert}</script>`,
    url: link,
  },
  {
    id: 'C03 comment',
    title: `--><script>${alert}</script>`,
    excerpt: `]]><script>${alert}</script>`,
    url: link,
  },
  ...[
    `javascript:${alert}`,
    `JaVaScRiPt:${alert}`,
    ` \tjavascript:${alert}`,
    `java\nscript:${alert}`,
    `&#106;avascript:${alert}`,
    `data:text/html,<script>${alert}</script>`,
    'vbscript:x',
    'blob:https://hostile.example/1',
    'file:///etc/passwd',
    'intent://x#Intent;end',
    'ms-msdt:/id',
    'https://good.test@evil.test/',
    'https://user:pass@evil.test/',
  ].map((url, index) => ({
    id: `C05 ${index}`,
    title: `Link ${index} that may not be followed`,
    excerpt: url,
    url,
  })),
  {
    id: 'C06 homograph',
    title: 'Homograph',
    excerpt: 'the host is shown in ASCII',
    url: 'https://аррӏе.example/%2e%2e',
  },
  {
    id: 'C07',
    title: '<meta http-equiv=refresh content="0;url=//evil.test">',
    excerpt:
      '<base href="//evil.test/"><iframe srcdoc="x"></iframe><form action=//evil.test><object data=//evil.test>',
    url: link,
  },
  {
    id: 'C08',
    title: `</script><!--<script>${alert}//]]>`,
    excerpt: `</Script ></script/>\u2028${alert}`,
    url: link,
  },
  {
    id: 'C09',
    title: `" onmouseover="${alert}`,
    excerpt: `' autofocus onfocus='${alert}' \` > x`,
    url: `${link}?q=%22%20onmouseover=${alert}`,
  },
  { id: 'C12 long', title: 'W'.repeat(300), excerpt: 'x'.repeat(600), url: link },
  {
    id: 'C12 rtl',
    title: 'قهوة الشمال ترتفع أسعارها \u202Eevil\u202C في المدينة',
    excerpt: 'تقول الشركة إن الأسعار سترتفع في الربيع',
    url: link,
    lang: 'ar',
  },
  { id: 'C12 emoji', title: '👩‍👩‍👧‍👦'.repeat(20), excerpt: 'Z̷̢̛͓̘a̶̡̛l̴̢g̵o̶', url: link },
  {
    id: 'C16',
    title: 'Pixel',
    excerpt: '<img src="https://evil.test/pixel.gif"> ![](https://evil.test/pixel.gif)',
    url: link,
  },
  { id: 'prototype', title: '__proto__', excerpt: 'constructor.prototype', url: link },
];
