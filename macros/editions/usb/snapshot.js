// An edition without a server keeps nothing: browsers give a file no storage that can be relied on.

export const keeps = false;
export const isKept = async () => false;
export const remove = async () => {};
export const find = async () => undefined;
export const keep = async () => false;
