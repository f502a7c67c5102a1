/** Deeper than any file that is meant; what lies below counts as nothing. */
const DEEPEST = 64;

/**
 * A JSON value as one text, which the program takes many times faster than the value: crates/data/src/node/flat.rs
 * has the format and reads it; tests/cases/flat are cases of both.
 * @param {unknown} value
 */
export function flat(value) {
  /** @type {string[]} */
  const tokens = [];
  /**
   * @param {unknown} value
   * @param {number} depth
   */
  const add = (value, depth) => {
    if (typeof value === "string") tokens.push(`"${bare(value)}`);
    else if (typeof value === "number") tokens.push(value === value >>> 0 ? `#${value}` : ".");
    else if (typeof value === "boolean") tokens.push(value ? "+" : "-");
    else if (!value || depth > DEEPEST) tokens.push("");
    else if (Array.isArray(value)) {
      tokens.push(`[${value.length}`);
      for (const item of value) add(item, depth + 1);
    } else {
      const fields = Object.entries(value);
      tokens.push(`{${fields.length}`);
      for (const [name, field] of fields) {
        tokens.push(bare(name));
        add(field, depth + 1);
      }
    }
  };
  add(value, 0);
  return tokens.join("\0");
}

/** @param {string} text */
const bare = (text) => text.replaceAll("\0", "\ufffd");
