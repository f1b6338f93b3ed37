import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { getBytes } from "../api/client.js";
import { drawingPath } from "../api/evidence.js";
import { Waiting } from "../parts/state.js";
import type { Lit } from "./page-text.js";
import style from "./reader.module.css";

interface DrawnPageProps {
  of: string;
  item: string;
  page: number;
  title: string;
  quotes: readonly Lit[];
}

/** A page of a PDF document as it was laid out, its quotes lit. It is drawn in this page by a worker of its own: no code in it runs. */
export function DrawnPage({ of, item, page, title, quotes }: DrawnPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let task: PDFDocumentLoadingTask | undefined;
    let gone = false;
    setOpened(null);
    setFault(null);
    opening(of, item)
      .then(async (made) => {
        task = made;
        const document = await made.promise;
        if (gone) void made.destroy();
        else setOpened(document);
      })
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      void task?.destroy();
    };
  }, [of, item]);
  useEffect(() => {
    const box = canvas.current;
    if (!opened || !box) return;
    const ending = { stop: () => {}, ended: false };
    draw(opened, page, box, quotes, ending).catch((error: unknown) => {
      if (!ending.ended) setFault(error instanceof Error ? error.message : String(error));
    });
    return () => {
      ending.ended = true;
      ending.stop();
    };
  }, [opened, page, quotes]);
  if (fault !== null) return <p>This page cannot be drawn here: {fault} Its text can be read all the same.</p>;
  return (
    <>
      {opened ? null : <Waiting what="the document" />}
      <canvas
        ref={canvas}
        className={style.drawn}
        role="img"
        aria-label={`Page ${page} of ${title} as it was laid out; its words are under Text.`}
      />
    </>
  );
}

async function opening(of: string, item: string): Promise<PDFDocumentLoadingTask> {
  const [pdf, file] = await Promise.all([import("pdfjs-dist"), getBytes(drawingPath(of, item))]);
  pdf.GlobalWorkerOptions.workerSrc = "/assets/pdf-worker.js";
  return pdf.getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    cMapUrl: "/assets/pdf-cmaps/",
    cMapPacked: true,
    maxImageSize: 64 << 20,
    stopAtErrors: false,
  });
}

async function draw(
  opened: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  quotes: readonly Lit[],
  ending: { stop(): void; ended: boolean },
): Promise<void> {
  const page = await opened.getPage(number);
  const room = canvas.parentElement?.clientWidth ?? 800;
  const scale = (Math.min(room, 1100) / page.getViewport({ scale: 1 }).width) * Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  ending.stop = () => task.cancel();
  await task.promise;
  const context = canvas.getContext("2d");
  if (!context || ending.ended) return;
  const { items } = await page.getTextContent({ disableNormalization: true });
  let at = 0;
  context.globalCompositeOperation = "multiply";
  // The kept text was made of the same pieces in the same way, so that places in it are places here.
  for (const item of items) {
    if (!("str" in item)) continue;
    const [from, until] = [at, at + item.str.length];
    at = until + (item.hasEOL ? 1 : 0);
    for (const { start, end, lit } of quotes) {
      if (end <= from || start >= until || item.str.length === 0) continue;
      const [first, last] = [Math.max(start, from) - from, Math.min(end, until) - from];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const height = item.height || Math.hypot(a, b);
      const [left, right] = [first, last].map((one) => x + (item.width * one) / item.str.length);
      const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([left ?? x, y - height * 0.25, right ?? x, y + height]) as number[];
      context.fillStyle = lit ? "#ffd84d" : "#cfe3f5";
      context.fillRect(
        Math.min(x1 ?? 0, x2 ?? 0),
        Math.min(y1 ?? 0, y2 ?? 0),
        Math.abs((x2 ?? 0) - (x1 ?? 0)),
        Math.abs((y2 ?? 0) - (y1 ?? 0)),
      );
    }
  }
}
