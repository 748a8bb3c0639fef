/** How a pack's page looks: light and dark on a screen, always light on paper. Nothing is loaded from anywhere. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2733;--muted:#55616e;--edge:#c9d1d9;--soft:#f3f5f8;--link:#0b57a4;--bad:#a3201d;--good:#1b6b34;--accent:#1f6fbf}
@media (prefers-color-scheme:dark){:root{--paper:#14191f;--ink:#e3e8ee;--muted:#a3afbb;--edge:#3a4551;--soft:#1d242c;--link:#84bdf5;--bad:#ff9d98;--good:#86d69d;--accent:#5aa7ee}}
*{box-sizing:border-box}
html{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
body{margin:0;background:var(--paper);color:var(--ink)}
main,header,nav{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 18px;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.25;margin:44px 0 12px;padding-top:14px;border-top:2px solid var(--accent)}
h3{font-size:1.1rem;margin:0 0 4px}
h4{font-size:.95rem;margin:18px 0 6px}
p,ul,dl{margin:0 0 12px;max-width:75em}
a{color:var(--link)}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
table code{overflow-wrap:break-word}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:3px 20px}
dl.facts dt{color:var(--muted)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
nav ol{margin:18px auto 0;padding:10px 0;border-block:1px solid var(--edge);display:flex;flex-wrap:wrap;gap:6px 22px;list-style:none}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px;list-style:none;padding:0;max-width:none}
.tiles li{background:var(--soft);border:1px solid var(--edge);border-radius:8px;padding:12px 14px;color:var(--muted);line-height:1.3}
.tiles strong{display:block;font-size:1.7rem;line-height:1.15;color:var(--ink);font-variant-numeric:tabular-nums}
.tiles .look strong{color:var(--bad)}
.notice{border-left:4px solid var(--bad);background:var(--soft);padding:10px 14px;border-radius:0 6px 6px 0}
.muted{color:var(--muted)}
.bad{color:var(--bad);font-weight:600}
.good{color:var(--good)}
.wide{overflow-x:auto;margin:0 0 14px;border:1px solid var(--edge);border-radius:8px}
.wide:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:7px 10px;border-bottom:1px solid var(--edge);overflow-wrap:break-word}
tbody tr:last-child>*{border-bottom:0}
thead th{background:var(--soft);font-weight:600;white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap}
.text{min-width:15em;display:block}
tbody th:has(.text){width:66%;font-weight:400;white-space:normal;overflow-wrap:anywhere}
.when{white-space:nowrap;font-variant-numeric:tabular-nums}
article{border:1px solid var(--edge);border-radius:10px;padding:18px 20px 8px;margin:0 0 20px}
article .of{color:var(--muted);margin-bottom:10px}
.links{display:flex;flex-wrap:wrap;gap:4px 18px;padding:0;list-style:none}
footer{max-width:1180px;margin:40px auto 32px;padding:14px 24px 0;border-top:1px solid var(--edge);color:var(--muted)}
@media (max-width:640px){main,header,nav{padding:0 14px}dl.facts{grid-template-columns:1fr}dl.facts dt{margin-top:6px}}
@page{size:A4 landscape;margin:13mm}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#444;--edge:#999;--soft:#f2f2f2;--link:#000;--bad:#8c1512;--good:#14532d;--accent:#333}
html{font-size:10.5px}
main,header,nav,footer{max-width:none;padding:0}
nav{display:none}
.wide{overflow:visible;border:0}
table{font-size:.92em}
thead{display:table-header-group}
tr,.tiles li,dl.facts>*{break-inside:avoid}
h2,h3,h4{break-after:avoid}
h2{margin-top:22px}
section.page{break-before:page}
article{break-inside:auto;border-width:0 0 0 3px;border-radius:0;padding:0 0 4px 12px}
article>h3,article>.of,article>dl{break-after:avoid}
th,td{padding:4px 6px}
thead th{white-space:normal}
.text{min-width:0}
a{text-decoration:none}
}`;
