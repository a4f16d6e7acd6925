import { VERDICTS } from '@cis-scan/contracts';
import { DARK, declarations, LIGHT } from './palette.ts';
import { trusted } from './markup.ts';

const verdictRules = VERDICTS.map(
  (verdict) =>
    `.badge.${verdict}{color:var(--${verdict}-ink);background:var(--${verdict}-paper)}` +
    `.control.${verdict}{border-left-color:var(--${verdict}-bar)}` +
    `svg .${verdict},.dot.${verdict}{fill:var(--${verdict}-bar);background:var(--${verdict}-bar)}`,
).join('\n');

/** The only style sheet of the report: system fonts, both colour modes, narrow and wide, A4. */
export const STYLE = trusted(`
:root{color-scheme:light dark;${declarations(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${declarations(DARK)}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1,h2,h3,h4,h5{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:1.75rem;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.4rem;font-weight:650}
h3{font-size:1.1rem;font-weight:650}
h4{font-size:1.05rem;font-weight:650}
h5{font-size:1rem;font-weight:600;text-wrap:pretty}
p{margin:.4rem 0}
code,.id,.fields{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.8125rem;overflow-wrap:anywhere}
.muted,.meta{color:var(--muted)}
.meta,.small{font-size:.875rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--page);z-index:1}
.layout{max-width:78rem;margin:0 auto;padding:2.5rem 1.5rem 4rem;display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem}
.masthead{grid-column:1/-1}
nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow:auto;font-size:.875rem}
nav h2{font-size:.875rem;color:var(--muted);font-weight:600}
nav ul{list-style:none;margin:.25rem 0 .75rem;padding:0}
nav ul ul{padding-left:.75rem;border-left:1px solid var(--line)}
nav a{display:block;padding:.15rem 0;text-decoration:none;color:var(--text);overflow-wrap:anywhere}
nav a:hover{text-decoration:underline}
main{min-width:0}
main>section{margin-bottom:3.5rem}
.cards{display:grid;gap:1.25rem;margin-top:1.25rem}
.card{border:1px solid var(--line);border-radius:.5rem;padding:1.25rem 1.5rem;min-width:0}
.card h3{overflow-wrap:anywhere}
.failed{background:var(--fail-paper);color:var(--fail-ink);border-radius:.375rem;padding:.75rem 1rem;margin-top:.75rem;overflow-wrap:anywhere}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;margin:.5rem 0;font-size:.875rem}
dl.facts dt{color:var(--muted)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
.benchmark{border-top:1px solid var(--line);margin-top:1rem;padding-top:1rem}
.figures{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin:.75rem 0}
.figure b{display:block;font-size:2rem;line-height:1.15;font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
.figure span{display:block}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;list-style:none;margin:.5rem 0;padding:0;font-size:.875rem}
.legend li{white-space:nowrap}
.dot{display:inline-block;width:.65rem;height:.65rem;border-radius:.15rem;margin-right:.4rem}
svg.bar{display:block;width:100%;height:.85rem;border-radius:.2rem}
.chapters{display:grid;grid-template-columns:minmax(12rem,19rem) minmax(6rem,1fr);gap:.8rem 1.5rem;align-items:center;margin:1rem 0 1.5rem}
.chapters .small{display:block}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th{text-align:left;font-weight:600;color:var(--muted);font-size:.8125rem}
th,td{padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
tr:last-child td{border-bottom:0}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
table.levels{width:auto;margin-top:.5rem}
table.levels td,table.levels th{padding:.2rem 1.75rem .2rem 0}
caption{text-align:left;font-weight:600;padding:.6rem 0 .2rem}
.rows{table-layout:fixed}
.rows .resource{width:34%}
.rows .region{width:7.5rem}
.panel{background:var(--surface);border-radius:.5rem;padding:1rem 1.25rem;margin:1.25rem 0}
.panel h4{margin-top:1rem}
.panel h3+h4{margin-top:.6rem}
.panel ul.warnings{margin:.5rem 0 0;padding-left:1.1rem}
.chapter{margin-top:2.25rem}
.chapter>h4{padding-bottom:.35rem;border-bottom:1px solid var(--line)}
.control{border-left:3px solid;padding:.1rem 0 .1rem 1.1rem;margin:1.5rem 0;scroll-margin-top:1rem}
.control:target{background:var(--surface)}
.control header{display:flex;gap:.75rem;justify-content:space-between;align-items:baseline}
.badge{flex:none;font-size:.8125rem;font-weight:600;border-radius:1rem;padding:.1rem .65rem;white-space:nowrap}
.reason{overflow-wrap:anywhere}
dl.advice{margin:.75rem 0;display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.35rem 1rem;font-size:.9375rem}
dl.advice dt{color:var(--muted)}
dl.advice dd{margin:0}
.evidence{margin-top:.35rem;color:var(--muted);font-size:.8125rem}
.fields{display:block}
.at{display:inline-block;max-width:100%}
.fields b{font-weight:600;color:var(--text)}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--link);font-size:.9375rem}
sup a{text-decoration:none;padding:0 .15em}
footer{grid-column:1/-1;border-top:1px solid var(--line);padding-top:1rem;font-size:.875rem;color:var(--muted)}
${verdictRules}
@media (max-width:56rem){
.layout{display:block;padding:1.5rem 1rem 3rem}
nav{position:static;max-height:18rem;margin:1.5rem 0 2rem;padding:.75rem 1rem;background:var(--surface);border-radius:.5rem}
nav a{padding:.3rem 0}
}
@media (max-width:40rem){
h1{font-size:1.45rem}
.card,.panel{padding:1rem}
.control header{display:block}
.badge{display:inline-block;margin-top:.35rem}
.chapters{grid-template-columns:minmax(0,1fr);gap:.3rem}
.chapters svg{margin-bottom:.7rem}
dl.advice{grid-template-columns:minmax(0,1fr);gap:.1rem}
dl.advice dd{margin-bottom:.4rem}
.rows,.rows tbody,.rows tr,.rows td,.rows caption{display:block;width:auto}
.rows thead{position:absolute;left:-999rem}
.rows tr{border-bottom:1px solid var(--line);padding:.5rem 0}
.rows td{border:0;padding:.1rem 0}
}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#535c66}}
@media print{
:root{color-scheme:light;${declarations(LIGHT)}}
html{font-size:9.5pt}
body{font-size:1rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.layout{display:block;padding:0;max-width:none}
nav{position:static;max-height:none;overflow:visible;margin:6mm 0;columns:2;break-inside:avoid-page}
nav a{padding:.1rem 0}
nav h2,nav>ul>li>a{break-after:avoid}
.skip{display:none}
a{color:inherit;text-decoration:none}
.target{break-before:page}
h2,h3,h4,h5,caption,summary,.control header,.meta,.reason{break-after:avoid}
.card,.chapters,tr,dl.advice{break-inside:avoid}
.control{margin:1.1rem 0}
.words{display:none}
summary{color:var(--muted);list-style:none}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
}
`);
