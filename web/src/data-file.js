/** The data file: another one of the folder of the usual one, by its name with or without its ending. */
export function file(name, usual) {
  if (!name) return usual;
  const stem = /^([\w-][\w.-]*?)(\.json)?$/.exec(name)?.[1];
  if (stem) return usual.replace(/[^/]*$/, `${stem}.json`);
  console.warn(`skin-quiz: data="${name}" is not used. Write the name of a file in the folder of ${usual}.`);
  return usual;
}
