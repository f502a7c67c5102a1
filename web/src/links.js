// The clinic's own links, and where a visitor comes from: what the page around the quiz asks for, held to
// its shape.
import { CAMPAIGN, NAME } from "./contract/messages.js";

/**
 * What goes into the links of the quiz; all but `campaign` is as the page around it sent it.
 * @typedef {{ booking?: unknown, contact?: unknown, level?: unknown, campaign: [string, string][] }} Requested
 */

/**
 * A data file, as far as it is read here, before the program has checked it.
 * @typedef {{ link?: string, words?: unknown }} ClinicLink
 * @typedef {{ clinic?: { booking?: ClinicLink, contact?: ClinicLink }, [field: string]: unknown }} QuizFile
 */

/**
 * Of what a page says about where a visitor comes from, what may go into a link.
 * @param {unknown} pairs of name and value
 * @returns {[string, string][]}
 */
export function campaignOf(pairs) {
  if (!Array.isArray(pairs)) return [];
  return pairs.filter((pair) => Array.isArray(pair) && pair.length === 2
    && pair.every((part) => typeof part === "string") && CAMPAIGN.test(pair[0]));
}

/**
 * An address that may stand in a link, by the rule of the data file; nothing for any other.
 * @param {unknown} value
 * @param {string} attribute that it stands in, for the console
 */
function safeAddress(value, attribute) {
  if (typeof value !== "string" || !value) return undefined;
  try {
    const { protocol, href } = new URL(value);
    if (/^(https|tel|mailto):$/.test(protocol)) return href;
  } catch { /* reported below */ }
  console.warn(`${NAME}: ${attribute}="${value}" is not used. Write a whole address that begins with https:, tel: or mailto:.`);
  return undefined;
}

/**
 * An address that also says where the visitor comes from; what it says already is kept.
 * @param {string | undefined} address
 * @param {[string, string][]} campaign
 */
function withCampaign(address, campaign) {
  if (!campaign.length || !address?.startsWith("https:")) return address;
  const url = new URL(address);
  for (const [name, value] of campaign) {
    if (!url.searchParams.has(name)) url.searchParams.append(name, value);
  }
  return url.href;
}

/**
 * The data file with the links that were asked for in the place of its own.
 * @template {QuizFile | null | undefined} T
 * @param {T} quiz
 * @param {Requested} requested
 * @returns {T}
 */
export function withRequestedLinks(quiz, requested) {
  const clinic = { ...quiz?.clinic };
  for (const [field, attribute] of /** @type {const} */ ([["booking", "booking-url"], ["contact", "contact"]])) {
    const address = safeAddress(requested[field], attribute);
    if (address && !clinic[field]?.words) {
      console.warn(`${NAME}: ${attribute} is not used, for "clinic" in the data file has no "${field}" with a label.`);
    } else if (address) {
      clinic[field] = { ...clinic[field], link: address };
    }
  }
  if (clinic.booking) clinic.booking = { ...clinic.booking, link: withCampaign(clinic.booking.link, requested.campaign) };
  return quiz?.clinic ? { ...quiz, clinic } : quiz;
}
