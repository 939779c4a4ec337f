/**
 * Stands in the server's `<video>`, behind its tracks. Browsers fetch the captions that are on when the page opens, 40 kB for an
 * hour of talk, also when nothing is ever played; with script they are switched on by the first play. Without script the
 * attribute `default` stays and does it. Inline, because a file of its own would come too late: its hash stands in svelte.config.js.
 */
export const lateCaptions =
  'var v=document.currentScript.parentNode,t=v.querySelector("track[default]");' +
  't&&(t.default=!1,v.addEventListener("play",function(){t.track.mode="showing"},{once:!0}))';
