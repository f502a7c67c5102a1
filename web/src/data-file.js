import { NAME } from "./contract/messages.js";

/**
 * The path of the data file that is asked for: another one of the folder of the usual one.
 * @param {string | undefined} name with or without its ending
 * @param {string} usual path of the one that is used if the name is missing or none of a file
 */
export function dataFile(name, usual) {
  if (!name) return usual;
  const stem = /^([\w-][\w.-]*?)(\.json)?$/.exec(name)?.[1];
  if (stem) return usual.replace(/[^/]*$/, `${stem}.json`);
  console.warn(`${NAME}: data="${name}" is not used. Write the name of a file in the folder of ${usual}.`);
  return usual;
}
