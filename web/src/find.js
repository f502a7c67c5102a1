// The way to the elements that the page and the program's views have: by the selectors of the contract.

/** @import { Elements } from "./contract/elements.js" */

/**
 * The first element.
 * @template {keyof Elements} Selector
 * @param {Selector} selector
 * @param {ParentNode} [root]
 */
export const find = (selector, root = document) => /** @type {Elements[Selector]} */ (root.querySelector(selector));

/**
 * Every element, in the order of the page.
 * @template {keyof Elements} Selector
 * @param {Selector} selector
 * @param {ParentNode} [root]
 */
export const findAll = (selector, root = document) =>
  /** @type {NonNullable<Elements[Selector]>[]} */ ([...root.querySelectorAll(selector)]);

/**
 * The target of an event or what it is in; nothing if the target is no element.
 * @template {keyof Elements} Selector
 * @param {EventTarget | null} target
 * @param {Selector} selector
 */
export const closest = (target, selector) =>
  /** @type {Elements[Selector] | undefined} */ (/** @type {Element} */ (target).closest?.(selector));
