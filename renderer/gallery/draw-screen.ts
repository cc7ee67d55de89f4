// A picture of somebody's screen as a live stream, without asking for one.

/** The same as a small still picture, a data: address. */
export function drawStill(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [480, 270];
  paint(canvas.getContext('2d'));
  return canvas.toDataURL('image/jpeg', 0.8);
}

export function drawScreen(): MediaStream {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [480, 270];
  const stream = canvas.captureStream(2);
  const draw = (): void => paint(canvas.getContext('2d'));
  draw();
  // A stream only has a picture once something is drawn after it was made.
  setInterval(draw, 500);
  return stream;
}

function paint(context: CanvasRenderingContext2D | null): void {
  if (!context) return;
  const box = (color: string, ...at: [x: number, y: number, width: number, height: number]): void => {
    context.fillStyle = color;
    context.fillRect(...at);
  };
  box('#2d5d8f', 0, 0, 480, 270);
  box('#f4f6f9', 40, 24, 300, 200);
  box('#d5dbe4', 40, 24, 300, 20);
  for (let row = 0; row < 6; row += 1)
    box(row === 2 ? '#bcd4f6' : '#dfe4ec', 56, 62 + row * 24, 180 + ((row * 37) % 80), 12);
  box('#ffffff', 260, 100, 190, 130);
  box('#7534d6', 260, 100, 190, 16);
  for (let row = 0; row < 4; row += 1) box('#e4e7ec', 274, 132 + row * 22, 120 + ((row * 29) % 50), 10);
  box('#1a1f2b', 0, 254, 480, 16);
}
