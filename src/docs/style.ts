/** The looks of the page, in light and dark, on desks and phones. */
export const STYLE = `
:root {
  --back: #fff; --card: #f7f7f9; --line: #e4e4ea; --text: #23232b; --soft: #62626f; --accent: #4f46e5; --code: #f3f3f7;
  --get: #0e7490; --post: #15803d; --patch: #b45309; --delete: #b91c1c;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #16161b; --card: #1e1e25; --line: #32323c; --text: #e6e6ec; --soft: #9c9cab; --accent: #a5a0ff; --code: #24242d;
    --get: #67d3ea; --post: #6ddc96; --patch: #f5b660; --delete: #fb8f8f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; }
body {
  margin: 0; display: grid; grid-template-columns: 18rem minmax(0, 1fr); background: var(--back); color: var(--text);
  font: 15px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; -webkit-text-size-adjust: 100%;
}
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
code, pre { font-family: var(--mono); font-size: .87em; }
:not(pre) > code { background: var(--code); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
pre {
  margin: .5rem 0 0; padding: .85rem 1rem; background: var(--code); border: 1px solid var(--line); border-radius: 8px;
  overflow: auto; max-height: 30rem; line-height: 1.5; user-select: all;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 0; }
h1 { font-size: 2.1rem; letter-spacing: -.02em; }
h1 small { font-size: .9rem; font-weight: 500; color: var(--soft); letter-spacing: 0; }
h4 { margin: 1.5rem 0 .4rem; font-size: .78rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); }
p { margin: .6rem 0; }
.lead { color: var(--soft); font-size: 1.08rem; }
.note { color: var(--soft); font-size: .9rem; }

nav { position: sticky; top: 0; height: 100vh; overflow: auto; border-right: 1px solid var(--line); background: var(--card); padding: 1.5rem 1.1rem; font-size: .9rem; }
nav .title { font-weight: 700; font-size: 1.05rem; }
nav .contents { margin-top: .8rem; }
nav .menu { display: none; cursor: pointer; color: var(--accent); }
nav .menu input { accent-color: var(--accent); vertical-align: -.1em; }
nav h2 { margin: 1.2rem 0 .3rem; font-size: .78rem; text-transform: uppercase; letter-spacing: .06em; }
nav h2 a { color: var(--soft); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: flex; justify-content: space-between; gap: .6rem; padding: .28rem .5rem; margin: 0 -.5rem; border-radius: 6px; color: var(--text); line-height: 1.35; }
nav li a:hover { background: var(--line); text-decoration: none; }
nav .method { flex: none; align-self: start; margin-top: .15em; font-size: .62rem; padding: .1em .4em; }

main { padding: 2.5rem clamp(1.2rem, 4vw, 3.5rem) 6rem; max-width: 92rem; }
main > header, main > section { max-width: 100%; }
main > header > p, main > header > pre { max-width: 48rem; }
main > header > h2 { margin-top: 2.2rem; font-size: 1.25rem; }
main > section { margin-top: 3.5rem; }
main > section > h2 { font-size: 1.6rem; letter-spacing: -.01em; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1.8rem 0; }
.doors section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; }
.doors h2 { font-size: 1.1rem; }
.doors a { margin-right: 1rem; font-weight: 600; }

article { border-top: 1px solid var(--line); padding: 1.8rem 0 1.2rem; margin-top: 1.4rem; }
article h3 { font-size: 1.22rem; }
article h3 a { color: inherit; }
.address code { font-size: .95em; background: none; padding: 0; }
.method { display: inline-block; font: 700 .72rem/1.5 var(--mono); padding: .1em .5em; border-radius: 5px; border: 1px solid currentColor; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .delete { color: var(--delete); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 2.2rem; }
.samples { position: sticky; top: 1.5rem; align-self: start; }
.samples details { margin-top: .8rem; }

.fields { margin: 0; }
.fields dt { margin-top: .55rem; }
.fields dt > code { font-weight: 600; color: var(--text); }
.fields dd { margin: .1rem 0 0; color: var(--soft); font-size: .93rem; }
.fields dd p { margin: .2rem 0; }
.type { color: var(--soft); font-size: .84rem; }
.required { color: var(--accent); font-size: .78rem; }
details > summary { cursor: pointer; color: var(--accent); font-size: .88rem; width: fit-content; }
main details > .fields { border-left: 2px solid var(--line); padding-left: .9rem; margin: .4rem 0 .6rem; }
.answers { list-style: none; margin: 0; padding: 0; }
.answers li { display: flex; gap: .8rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
.answers li > div { min-width: 0; flex: 1; }
.answers ul { margin: 0; padding-left: 1rem; }
.status { font: 700 .85rem/1.9 var(--mono); color: var(--delete); }
.status.s2 { color: var(--post); } .status.s3 { color: var(--get); } .status.s4 { color: var(--patch); }

@media (max-width: 75rem) { .columns { grid-template-columns: minmax(0, 1fr); gap: 1rem; } .samples { position: static; } }
@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); padding: .9rem 1.2rem; }
  nav .title { margin-right: 1rem; }
  nav .menu { display: inline-block; float: right; }
  nav:not(:has(:checked)) .contents { display: none; }
  main { padding-top: 1.5rem; }
  h1 { font-size: 1.7rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
