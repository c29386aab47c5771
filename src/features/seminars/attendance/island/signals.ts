/** What is heard and felt, so that eyes may stay on the person: one high tone lets in, two say "again", a low one refuses. */
import type { Result } from './door.ts';

let audio: AudioContext | undefined;

/** Browsers allow sound only after a touch. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

export function signal(verdict: Result['verdict']): void {
  if (verdict === 'ok') {
    navigator.vibrate?.(80);
    tone(880, 0, 0.12);
  } else if (verdict === 'duplicate') {
    navigator.vibrate?.([80, 80, 80]);
    tone(520, 0, 0.12);
    tone(520, 0.2, 0.12);
  } else {
    navigator.vibrate?.(500);
    tone(180, 0, 0.5);
  }
}

function tone(pitch: number, after: number, length: number): void {
  if (audio?.state !== 'running') return;
  const start = audio.currentTime + after;
  const source = audio.createOscillator();
  const loudness = audio.createGain();
  source.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.4, start);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + length);
  source.connect(loudness).connect(audio.destination);
  source.start(start);
  source.stop(start + length);
}
