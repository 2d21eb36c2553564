// Dark or light: JupyterLab says so on the body; elsewhere the system does.
export const isDark = () => {
  const told = document.body.dataset.jpThemeLight;
  if (told !== undefined) return told === "false";
  return matchMedia("(prefers-color-scheme: dark)").matches;
};
export const onTheme = (call) => {
  const watch = new MutationObserver(call);
  watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", call);
  return () => {
    watch.disconnect();
    media.removeEventListener("change", call);
  };
};

export const recolour = (value, twins) => {
  if (typeof value === "string") return twins[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => recolour(item, twins));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, recolour(v, twins)]));
  return value;
};
