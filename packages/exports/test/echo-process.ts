/** Draws nothing: gives its id and the words back after a moment, stops at "stop", and says nothing at "hang". */
process.on("message", (svg: unknown) => {
  if (svg === "stop") process.exit(3);
  if (svg !== "hang") setTimeout(() => process.send?.({ made: Buffer.from(`${process.pid} ${String(svg)}`) }), 50);
});
