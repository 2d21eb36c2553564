// What a value can be that came from elsewhere.
export const isText = (value) => typeof value === "string";
export const isObject = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value);
