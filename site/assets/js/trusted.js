// Under the page's policy no text may become a script but the addresses here.

const here = document.documentElement.dataset;

export const workerURL = new URL(here.worker, document.baseURI).href;
export const offlineURL = new URL(here.root + "offline.js", document.baseURI).href;

const policy = globalThis.trustedTypes?.createPolicy("mergebook", {
  createScriptURL(url) {
    if (url !== workerURL && url !== offlineURL) throw new TypeError("not a script of this page: " + url);
    return url;
  },
});

/** Gives the address of a script in the form that the browser asks for. */
export const trusted = (url) => policy ? policy.createScriptURL(url) : url;
