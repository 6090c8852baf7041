function e(e){return e.split(/[\s,]+/).filter(e=>e!==``)}function t(e){return e.split(`
`).map(e=>e.trim()).filter(e=>e!==``)}export{e as n,t};