// The page of an evening: its clock, intentions that survive a lost network, and itself too.
import { Clock } from "./event/clock";
import { stayWithoutNetwork } from "./event/put-by";
import { Sending } from "./event/sending";

const page = document.querySelector<HTMLElement>('[data-role="run"]');

if (page) {
  const part = <E extends HTMLElement>(role: string): E | null => page.querySelector<E>(`[data-role="${role}"]`);
  const clock = part("clock");
  if (clock) new Clock(page, clock);
  const [form, list, signIn] = [part<HTMLFormElement>("note"), part("noted"), part("sign-in")];
  if (form && list && signIn) new Sending(form, list, signIn, page);
  const insecure = part("insecure");
  if (insecure) insecure.hidden = window.isSecureContext;
  const { worker, scope } = page.dataset;
  // Without network the registration fails; what was put by is there already.
  if (worker && scope && window.isSecureContext) stayWithoutNetwork(worker, scope).catch(() => undefined);
}
