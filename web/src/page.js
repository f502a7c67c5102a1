// The page that the quiz is in.
import { find } from "./find.js";

/** The page's root element. */
export const root = document.documentElement;

/** What the build wrote on the script's element. */
export const scriptData = find("script[data-program]").dataset;

/** What the page's address asks for. */
export const parameters = new URLSearchParams(location.search);

/** The element that holds the quiz; another one once a program draws. */
export const quizElement = () => find("#quiz");
