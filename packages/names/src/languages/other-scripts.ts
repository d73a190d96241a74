import type { Language } from './language.ts';

/** What a language has when nothing but its letters is known yet. */
const lettersOnly = { surnameEndings: [], patronymicEndings: [], surnameMarks: [], asideWords: [], keyboard: [], tellingLetters: '' } as const;

export const greek: Language = {
  ...lettersOnly,
  code: 'el',
  script: 'Grek',
  letters: {
    α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 't', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o',
    π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'x', ψ: 'ps', ω: 'o', ου: 'u', αι: 'e', ει: 'i', οι: 'i', μπ: 'b', ντ: 'd', τσ: 'c', τζ: 'c', γγ: 'ng',
  },
};

export const georgian: Language = {
  ...lettersOnly,
  code: 'ka',
  script: 'Geor',
  letters: {
    ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'Z',
    რ: 'r', ს: 's', ტ: 't', უ: 'u', ფ: 'p', ქ: 'k', ღ: 'h', ყ: 'k', შ: 'S', ჩ: 'C', ც: 'c', ძ: 'dz', წ: 'c', ჭ: 'C', ხ: 'x', ჯ: 'dZ', ჰ: 'h',
  },
};

export const armenian: Language = {
  ...lettersOnly,
  code: 'hy',
  script: 'Armn',
  letters: {
    ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'e', թ: 't', ժ: 'Z', ի: 'i', լ: 'l', խ: 'x', ծ: 'c', կ: 'k', հ: 'h', ձ: 'dz',
    ղ: 'h', ճ: 'C', մ: 'm', յ: 'j', ն: 'n', շ: 'S', ո: 'o', չ: 'C', պ: 'p', ջ: 'dZ', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'c', ւ: 'v', ու: 'u', փ: 'p', ք: 'k', օ: 'o', ֆ: 'f', և: 'ev',
  },
};
