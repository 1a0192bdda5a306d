/** 문서에 관한 말, 한국어: 누가 어느 부분을 읽는지, 무엇을 왜 뺐는지, 그 뒤 무엇이 바뀌었는지. */
import type { enPapers } from './en-papers.ts'

export const koPapers: typeof enPapers = {
  papers: {
    readersTitle: '누가 무엇을 받는가',
    readerIs: {
      body: '해당 기구',
      'respondent-government': '상대 정부',
      'other-government': '다른 관련 정부',
      public: '일반 공개',
      ministry: '부처 또는 당국',
      courts: '법원',
    },
    receives: { all: '부속서를 포함한 전부', main: '부속서를 뺀 본문' },
    whole: '문서 전부',
    annexPublic: '기구가 공표하는 부분',
    leftOut: {
      sealed: '변호사만 보도록 봉인됨.',
      'not-accepted': '받아들여지지 않은 사실.',
      'never-outward': '외부 문서에는 쓰지 않음.',
      later: '이 문서의 날짜보다 뒤의 일.',
      'other-person': '이 기록의 다른 사람에 관한 것.',
      'child-consent': '아동 본인의 동의가 이 수신처에 미치지 않음.',
      passes: '읽은 정부가 전하면 위험이 커질 수 있음.',
      intimate: '사적인 내용: 해당 기구만 볼 것.',
      adverse: '본인에게 불리함: 드러내어 주장할지는 담당자가 정함.',
      'no-place': '이 기구의 양식에는 들어갈 자리가 없음.',
      'rests-only': '이 기구의 양식에는 들어갈 자리가 없으며, 다른 문장의 근거로만 쓰임.',
      'third-person': '제3자의 이름은 외부 문서에 쓰지 않음.',
    },
    inAnnex: '부속서에 있음.',
    nameOf: (role) => `이름 (${role})`,
    changed: '바탕이 된 기록이 바뀌었습니다.',
    changedFacts: (facts) => `바탕이 된 사실이 바뀌었습니다: ${facts.join(', ')}.`,
    changedBy: {
      consent: '동의 또는 권한이 바뀌었습니다.',
      person: '사람에 관한 기록이 바뀌었습니다.',
      custody: '구금 기록이 바뀌었습니다.',
      account: '진술이 바뀌었습니다.',
      finding: '판단이 바뀌었습니다.',
      submitter: '제출인 또는 요청 사항이 바뀌었습니다.',
      law: '법이 바뀌었습니다.',
      day: '날짜가 지났습니다.',
    },
    reviewersAre: (names) =>
      names.length > 0
        ? `다른 검토자가 서명해야 합니다: ${names.join(', ')}.`
        : '이 사건에는 다른 검토자가 없습니다. 사건 위쪽에서 검토자를 들이십시오.',
    releasersAre: (names) =>
      names.length > 0
        ? `다른 변호사나 검토자가 내보내야 합니다: ${names.join(', ')}.`
        : '이 사건에는 내보낼 수 있는 다른 사람이 없습니다. 사건 위쪽에서 변호사나 검토자를 들이십시오.',
    elsewhere: {
      title: '다른 곳에 있는 같은 사안',
      asked: '다른 기구나 법원에 있습니까?',
      nobodyAsked: '아직 묻지 않음',
      none: '아니요, 없음',
      some: '예, 다음에 있음',
      hint: '같은 사안을 두 번 받지 않는 기구는 제출 전에 알립니다.',
      add: '하나 더',
      body: '어디에',
      other: '다른 기구',
      bodyInWords: '기구의 이름',
      since: '언제부터',
      sinceHint: '2026-11-24, 2026-11 또는 2026',
      status: '현재 상태',
      reference: '그곳의 접수 번호(알면)',
      drop: '이것을 빼기',
      statuses: { pending: '계류 중', decided: '결정됨', withdrawn: '철회됨' },
    },
    submitterOffered: '이 사무소의 것을 미리 넣었습니다. 이 사건에 맞게 고치십시오.',
    rememberSubmitter: '단체와 연락처를 이 사무소의 다음 사건에 쓰도록 보관(사람 이름은 보관하지 않음)',
  },
}
