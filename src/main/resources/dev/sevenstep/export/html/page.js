'use strict';
(() => {
  const view = document.getElementById('view');
  const board = document.getElementById('board');
  const level = document.getElementById('zoom-level');
  const LEAST = 0.1, MOST = 4, STEP = 1.25, MOVE = 60;
  let x = 0, y = 0, scale = 1;

  function apply() {
    board.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    level.textContent = `${Math.round(scale * 100)} %`;
  }

  function zoom(factor, px = view.clientWidth / 2, py = view.clientHeight / 2) {
    const next = Math.min(MOST, Math.max(LEAST, scale * factor));
    x = px - (px - x) * next / scale;
    y = py - (py - y) * next / scale;
    scale = next;
    apply();
  }

  function fit() {
    scale = Math.min(1, view.clientWidth / board.offsetWidth, view.clientHeight / board.offsetHeight);
    x = (view.clientWidth - board.offsetWidth * scale) / 2;
    y = (view.clientHeight - board.offsetHeight * scale) / 2;
    apply();
  }

  /** Moves the board until the element is within the view. */
  function reveal(element) {
    view.scrollLeft = 0;
    view.scrollTop = 0;
    const inside = view.getBoundingClientRect(), at = element.getBoundingClientRect(), air = 16;
    x += Math.max(0, inside.left + air - at.left) - Math.max(0, at.right + air - inside.right);
    y += Math.max(0, inside.top + air - at.top) - Math.max(0, at.bottom + air - inside.bottom);
    apply();
  }

  const pointers = new Map();
  let dragged = false, pressed = null;

  view.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    pressed = event;
    dragged = pointers.size > 1;
  });
  view.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (!dragged && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < 5) return;
    if (!dragged) {
      dragged = true;
      view.setPointerCapture(event.pointerId);
      view.classList.add('dragged');
    }
    const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
    const edge = view.getBoundingClientRect();
    if (other) {
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      zoom(distance(event) / Math.max(1, distance(before)),
        (event.clientX + other.clientX) / 2 - edge.left, (event.clientY + other.clientY) / 2 - edge.top);
    } else {
      x += event.clientX - before.clientX;
      y += event.clientY - before.clientY;
      apply();
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, event => {
      pointers.delete(event.pointerId);
      view.classList.remove('dragged');
    });
  }
  view.addEventListener('dragstart', event => event.preventDefault());
  view.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const edge = view.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * 0.002), event.clientX - edge.left, event.clientY - edge.top);
  }, { passive: false });
  view.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      '+': () => zoom(STEP), '=': () => zoom(STEP), '-': () => zoom(1 / STEP), '0': fit, '1': () => zoom(1 / scale),
      ArrowLeft: () => { x += MOVE; apply(); }, ArrowRight: () => { x -= MOVE; apply(); },
      ArrowUp: () => { y += MOVE; apply(); }, ArrowDown: () => { y -= MOVE; apply(); },
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  view.addEventListener('focusin', event => {
    if (event.target !== view && event.target.matches(':focus-visible')) reveal(event.target);
  });
  view.addEventListener('scroll', () => { view.scrollLeft = 0; view.scrollTop = 0; });
  document.getElementById('zoom-in').addEventListener('click', () => zoom(STEP));
  document.getElementById('zoom-out').addEventListener('click', () => zoom(1 / STEP));
  document.getElementById('zoom-fit').addEventListener('click', fit);
  document.getElementById('zoom-one').addEventListener('click', () => zoom(1 / scale));
  addEventListener('resize', fit);

  const panel = document.createElement('aside');
  panel.className = 'panel';
  panel.hidden = true;
  panel.setAttribute('aria-labelledby', 'panel-title');
  document.querySelector('main').append(panel);
  let chosen = null;

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    chosen.classList.remove('chosen');
    chosen.focus({ preventScroll: true });
  }

  function open(card) {
    const section = document.querySelector(card.getAttribute('href'));
    const heading = document.createElement('h2');
    heading.id = 'panel-title';
    heading.tabIndex = -1;
    heading.textContent = section.querySelector('h4').textContent;
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'close';
    shut.textContent = '✕';
    shut.setAttribute('aria-label', 'Close');
    shut.addEventListener('click', close);
    const there = document.createElement('a');
    there.className = 'back';
    there.href = card.getAttribute('href');
    there.textContent = 'Go to its step';
    const content = [...section.children].filter(child => !child.matches('h4, .back')).map(child => child.cloneNode(true));
    panel.replaceChildren(shut, content[0], heading, ...content.slice(1), there);
    chosen?.classList.remove('chosen');
    chosen = card;
    card.classList.add('chosen');
    panel.hidden = false;
    panel.scrollTop = 0;
    heading.focus({ preventScroll: true });
  }

  board.addEventListener('click', event => {
    const card = event.target.closest('.card');
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!dragged) open(card);
  });
  addEventListener('keydown', event => { if (event.key === 'Escape') close(); });
  panel.addEventListener('click', event => { if (event.target.matches('.back')) panel.hidden = true; });
  document.getElementById('steps').addEventListener('click', event => {
    if (!event.target.matches('.back')) return;
    event.preventDefault();
    view.scrollIntoView({ block: 'center' });
    const card = document.querySelector(event.target.getAttribute('href'));
    card.focus({ preventScroll: true });
    reveal(card);
  });

  view.classList.add('live');
  document.querySelector('.tools').hidden = false;
  fit();
})();
