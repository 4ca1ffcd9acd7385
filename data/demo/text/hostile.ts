/** What the open web sometimes holds. Each names the brand, so each is kept, and none may do anything. */
export type Hostile = { what: string; title: string; html: string; link?: string };
const long = 'espresso'.repeat(400);
const zalgo = [...'Tamarisk']
  .map((letter) => letter + '\u0336\u035c\u0345\u0489\u0316\u0321'.repeat(12))
  .join('');

export const hostile: readonly Hostile[] = [
  {
    what: 'script in title',
    title: '<script>alert("beans")</script>Tamarisk Coffee in Leeds reviewed',
    html: '<p>Tamarisk Coffee tried by our tester.</p><script>document.title = "owned"</script>',
  },
  {
    what: 'image with onerror',
    title: 'Tamarisk Coffee menu board <img src=x onerror=alert(1)>',
    html: '<p>The board at Tamarisk Coffee.</p><img src="x" onerror="alert(2)">',
  },
  {
    what: 'javascript link',
    title: 'Tamarisk Coffee prize draw',
    html: '<p>Win a year of Tamarisk Coffee. <a href="javascript:alert(3)">Enter</a></p>',
    link: 'javascript:alert(4)',
  },
  {
    what: 'bidi override',
    title: 'Tamarisk Coffee \u202egnp.ecirp new menu',
    html: '<p>Tamarisk Coffee menu \u202e\u2066hidden\u2069 as a picture.</p>',
  },
  {
    what: 'stacked marks',
    title: `${zalgo} Tamarisk Coffee at midnight`,
    html: `<p>Tamarisk Coffee, ${zalgo}.</p>`,
  },
  { what: 'very long word', title: `Tamarisk Coffee ${long}`, html: `<p>Tamarisk Coffee ${long}${long}</p>` },
  {
    what: 'closing tags',
    title: '</title></textarea><svg/onload=alert(5)> Tamarisk Coffee latte art',
    html: '--><p>Tamarisk Coffee latte art</p>]]&gt;<svg onload="alert(6)"></svg>',
  },
  {
    what: 'spreadsheet formula',
    title: '=HYPERLINK("https://bad.example","Tamarisk Coffee refund")',
    html: '<p>@SUM(1+1) Tamarisk Coffee refund form</p>',
  },
  {
    what: 'workflow commands',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a workflow's expression, not ours
    title: '::error::Tamarisk Coffee ${{ github.token }} $(id)',
    html: '<p>::stop-commands::x Tamarisk Coffee `id`</p>',
  },
  {
    what: 'twice escaped',
    title: 'Tamarisk Coffee &lt;b&gt;bold&lt;/b&gt; &amp;lt;script&amp;gt; roast',
    html: '<p>Tamarisk Coffee &amp;lt;img src=x onerror=alert(7)&amp;gt; roast</p>',
  },
  {
    what: 'frame and form',
    title: 'Tamarisk Coffee gift card form',
    html: '<iframe srcdoc="<script>alert(8)</script>"></iframe><form action="https://bad.example"><p>Tamarisk Coffee gift cards</p></form><meta http-equiv="refresh" content="0;url=https://bad.example">',
  },
  {
    what: 'user in link',
    title: 'Tamarisk Coffee jobs in York',
    html: '<p>Tamarisk Coffee is hiring.</p>',
    link: 'https://tamarisk.example@bad.example/jobs',
  },
  {
    what: 'zero-width letters',
    title: 'Tamarisk Coffee fr\u200bee dr\u200dinks \ufeff',
    html: '<p>Tamarisk Coffee hands out drinks\u2028today\u0085.</p>',
  },
  {
    what: 'emoji flood',
    title: `Tamarisk Coffee ${'👩‍👩‍👧‍👦'.repeat(120)}`,
    html: '<p>Tamarisk Coffee family day</p>',
  },
  {
    what: 'mail and handle',
    title: 'Tamarisk Coffee asks for your stories',
    html: '<p>Write to stories@tamarisk.example or @tamariskstories about your Tamarisk Coffee morning.</p>',
  },
  {
    what: 'prototype',
    title: '__proto__ constructor toString Tamarisk Coffee',
    html: '<p>Tamarisk Coffee __proto__</p>',
  },
];
