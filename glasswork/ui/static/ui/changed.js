// Whether a field holds something else than the page brought: what somebody typed or chose, and has not sent.
export function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return field.selectedIndex !== Math.max(0, startOf(field));
  return field.value !== field.defaultValue;
}

// Where no option was chosen by the page, browsers choose the first.
function startOf(select) {
  return [...select.options].findIndex((option) => option.defaultSelected);
}
