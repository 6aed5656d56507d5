import { checkModel } from './check-model.ts'
import type { Answer, Question } from './model-checker.ts'

self.addEventListener('message', ({ data: { id, xml } }: MessageEvent<Question>) => {
  void checkModel(xml).then((problems) => self.postMessage({ id, problems } satisfies Answer))
})
