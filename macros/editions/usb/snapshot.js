// Replaces docs/assets/python/snapshot.js. Browsers give a page opened from a file no storage to rely on, so nothing is
// stored.

export const canStore = false;
export const isStored = async () => false;
export const remove = async () => {};
export const load = async () => undefined;
export const store = async () => false;
