/** The sentences of the release page, in the three languages of the screen. */
import type { Words } from '../../basics/text.ts'

const words = (en: string, ko: string, zh: string): Words => ({ en, ko, zh })

export const releaseWords = {
  noBody: words('This body is not in the pack.', '이 기구는 자료집에 없습니다.', '资料包中没有该机构。'),
  authority: words('A person with authority has asked for this.', '권한 있는 사람이 요청했습니다.', '有权人已提出要求。'),
  authorityMissing: words('Nobody with authority has asked for this.', '권한 있는 사람의 요청이 없습니다.', '无有权人提出要求。'),
  authorityUnconfirmed: words(
    'A second person must confirm why this goes without the person’s word.',
    '본인의 말 없이 보내는 이유를 다른 한 사람이 확인해야 합니다.',
    '未得到本人表示而提交的理由须由另一人确认。',
  ),
  consent: words(
    'Consent covers this recipient and every Government that will read it.',
    '동의가 이 수신처와 읽게 될 모든 정부에 미칩니다.',
    '同意涵盖该收件方及所有将阅读的政府。',
  ),
  consentMissing: words(
    'Consent does not cover this recipient or a Government that will read it.',
    '동의가 이 수신처 또는 읽게 될 정부에 미치지 않습니다.',
    '同意未涵盖该收件方或将阅读的政府。',
  ),
  bodyAlone: words('Only the body itself will read this.', '해당 기구만 이 문서를 읽습니다.', '仅该机构阅读本文件。'),
  notTheAnnex: words(
    'A Government is sent the main part; the annex goes to the body alone.',
    '정부에는 본문만 가며, 부속서는 해당 기구에만 갑니다.',
    '发送给政府的只有正文；附件只交给该机构。',
  ),
  readThere: words(
    'These facts stand in the part that a Government is sent:',
    '정부에 가는 부분에 다음 사실이 있습니다:',
    '发送给政府的部分载有下列事实：',
  ),
  annexHolds: words(
    'These facts stand in the annex alone, which no Government is sent. Decide whether they may stand there:',
    '다음 사실은 어느 정부에도 가지 않는 부속서에만 있습니다. 거기에 둘지 정하십시오:',
    '下列事实只载于不发送给任何政府的附件。请决定可否载于该处：',
  ),
  annexAlone: words(
    'The annex goes to the body alone; no Government is sent it.',
    '부속서는 해당 기구에만 가며, 어느 정부에도 보내지 않습니다.',
    '附件只交给该机构，不发送给任何政府。',
  ),
  lettersPrint: words('Every letter can be printed.', '모든 글자를 인쇄할 수 있습니다.', '所有字符均可打印。'),
  lettersMissing: words(
    'These letters cannot be printed and would stand as empty boxes. Write them in Latin, Korean or Chinese letters, in the fact or in the sentence:',
    '다음 글자는 인쇄되지 않고 빈 칸으로 남습니다. 사실이나 문장에서 로마자, 한글 또는 한자로 적으십시오:',
    '下列字符无法打印，会成为空框。请在事实或句子中改用拉丁字母、韩文或汉字书写：',
  ),
  forbidden: words(
    'Words stand in the paper that must not leave: a third person, a helper, a route or a number.',
    '나가서는 안 되는 말이 있습니다: 제3자, 도운 사람, 경로 또는 번호.',
    '文件中有不得外传的内容：第三人、帮助者、路线或号码。',
  ),
  noForbidden: words(
    'No third person, helper, route or number was found.',
    '제3자, 도운 사람, 경로, 번호가 발견되지 않았습니다.',
    '未发现第三人、帮助者、路线或号码。',
  ),
  unsourced: words(
    'Sentences stand without a fact, a source or a lawyer’s signature.',
    '사실, 출처, 변호사 서명 중 어느 것도 없는 문장이 있습니다.',
    '有句子既无事实、来源，也无律师签字。',
  ),
  sourced: words(
    'Every sentence rests on a fact, a source or a signature.',
    '모든 문장에 사실, 출처 또는 서명이 있습니다.',
    '每一句均有事实、来源或签字依据。',
  ),
  diverges: words(
    'This paper differs from what was sent before; a reason is required.',
    '이전에 보낸 내용과 다릅니다. 이유가 필요합니다.',
    '与先前发送的内容不同，须说明理由。',
  ),
  explained: words(
    'It differs from what was sent before; each difference has its reason.',
    '이전에 보낸 내용과 다르며, 다른 점마다 이유가 적혀 있습니다.',
    '与先前发送的内容不同，每处均已说明理由。',
  ),
  agrees: words('Nothing differs from what was sent before.', '이전에 보낸 내용과 다른 점이 없습니다.', '与先前发送的内容一致。'),
  secondPerson: words(
    'Another member confirms the release from their own session.',
    '다른 구성원이 자신의 세션에서 확인합니다.',
    '由另一成员在其自己的会话中确认。',
  ),
} as const satisfies Record<string, Words>
