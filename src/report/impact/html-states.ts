import { dependencyTimes, type ImpactByTime, type ImpactChain, type ImpactedAsset, type ImpactedSystem } from "../../model/index.js";
import { drawing } from "../html/drawing.js";
import { html, type Markup, when } from "../html/markup.js";
import { table } from "../html/table.js";
import { impactTag } from "../html/tags.js";
import { chainsScene } from "../scene/impact/chains.js";
import { ofImpact } from "../scene/impact/compared.js";
import { impactScene } from "../scene/impact/scene.js";
import { counted } from "../words.js";
import type { Page } from "./html.js";
import {
  byGravity,
  chainClaim,
  chainNames,
  dollars,
  placeOf,
  stateWords,
  timeWords,
  touchedAssets,
  verdictWords,
  weightiest,
} from "./words.js";

/** A whole estate is in the JSON; a page of more assets than this opens slowly. */
const mostAssets = 400;

const timeHeadings = dependencyTimes.map((time) => timeWords[time]);

/** Systems by time: each cell leads to why. */
export function systemsSection({ impact }: Page): Markup {
  const systems = byGravity(impact.systems);
  if (systems.length === 0) return html`<p>No systems are declared: see every asset below.</p>`;
  const rows = systems.map((one) => {
    const about = [one.criticality ?? "", one.dailyRevenueUsd === null ? "" : `${dollars(one.dailyRevenueUsd)} a day`]
      .filter(Boolean)
      .join(", ");
    return html`<tr><th scope="row">${one.name}<span class="sub">${about}</span></th>${timeCells(one, `#why-${anchorOf(impact.systems, one)}`)}</tr>`;
  });
  return html`${drawing(impactScene(ofImpact(impact)))}${table("What becomes of each system when it is built, deployed, run and restored", ["System", ...timeHeadings], rows)}
<p class="quiet">Cannot be told: the artefacts do not say how it needs what is cut off; both ends stand in the cell.</p>`;
}

/** Addresses in the page: ids of artefacts need not be good ones. */
function anchorOf<Item>(all: readonly Item[], one: Item): number {
  return all.indexOf(one) + 1;
}

function timeCells({ times, verdict }: { times: ImpactByTime; verdict: string }, link?: string): Markup {
  return html`${dependencyTimes.map((time) => {
    const { verdict: at, least, most } = times[time];
    const tag = impactTag(at, verdictWords[at]);
    const ends = at === "cannot-be-told" ? html`<span class="sub">${stateWords[least]} or ${stateWords[most]}</span>` : "";
    const linked = link && verdict !== "goes-on" && at !== "goes-on" ? html`<a class="cell" href="${link}">${tag}</a>` : tag;
    return html`<td>${linked}${ends}</td>`;
  })}`;
}

/** The chains of each system that does not go on, step by step. */
export function whySection({ impact }: Page): Markup | undefined {
  const hit = byGravity(impact.systems).filter(({ verdict }) => verdict !== "goes-on");
  if (hit.length === 0) return undefined;
  return html`${drawing(chainsScene(impact))}${hit.map(
    (
      one,
    ) => html`<article class="${one.verdict}" id="why-${anchorOf(impact.systems, one)}"><header>${impactTag(one.verdict, verdictWords[one.verdict])}<h3>${one.name}</h3></header>
${chains(one)}</article>
`,
  )}`;
}

function chains({ chains: all }: Pick<ImpactedSystem | ImpactedAsset, "chains">): Markup {
  return html`${all.map(
    (chain) =>
      html`<p class="claim"><strong>${chainClaim(chain)}</strong></p>${chain.hops.length === 0 ? html`<p>${chainNames(chain)}.</p>` : html`<ol class="path">${chain.hops.map(hop)}</ol>`}`,
  )}`;
}

function hop(one: ImpactChain["hops"][number]): Markup {
  const place = placeOf(one);
  const need = { required: "needs", partial: "needs in part", unknown: "may need" }[one.need];
  const weak = one.need === "unknown" ? "low" : one.need === "partial" ? "medium" : "high";
  return html`<li class="${weak}"><strong>${one.fromName} ${need} ${one.toName}</strong><span>${one.because}${one.fallback ? ` ${one.fallback} would take over.` : ""}</span>${when(place, () => html` <span class="grounds mono">${place}</span>`)}</li>`;
}

/** All that does not go on, each with its weightiest chain. */
export function assetsSection({ impact }: Page): Markup | undefined {
  const touched = touchedAssets(impact);
  const goesOn = impact.totals.assets["goes-on"];
  if (touched.length === 0) return html`<p>All ${counted(goesOn, "asset")} go on.</p>`;
  const rows = touched.slice(0, mostAssets).map((one) => {
    const chain = weightiest(one.chains);
    const place = placeOf(one);
    return html`<tr><th scope="row" class="mono">${one.name}<span class="sub">${one.kind.replaceAll("-", " ")}${place ? `, ${place}` : ""}</span></th>${timeCells(one)}<td class="wide">${chain ? chainNames(chain) : ""}</td></tr>`;
  });
  const rest = touched.length - rows.length;
  return html`<details><summary>${counted(touched.length, "asset")} that do not go on</summary>${table("Assets that do not go on, with the chain that weighs most", ["Asset", ...timeHeadings, "Why"], rows)}${when(rest > 0, () => html`<p>${counted(rest, "more asset")} in the JSON and the CSV.</p>`)}</details>
<p class="quiet">${counted(goesOn, "asset")} go on.</p>`;
}
