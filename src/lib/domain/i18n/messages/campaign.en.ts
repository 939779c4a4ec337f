import { plural } from '#lib/domain/i18n/plural.ts';

/** The campaign, its demands and actions, the letter, the timeline, topics and where it all comes from. */
export const campaign = {
  title: 'The campaign',
  none: 'No campaign has been published here yet.',
  slogan: 'The campaign’s slogan.',
  sloganTranslated: 'The campaign’s slogan, translated for this archive.',
  call: 'What it called for',
  stance: 'What it holds',
  commitment: 'What it promised',
  period: 'When',
  state: 'What came of it',
  states: {
    upcoming: 'Opens later',
    open: 'Open',
    closed: 'Closed',
    unconfirmed: 'From 2020, not confirmed',
    replaced: 'Replaced'
  },
  stateUnknown: 'How the campaign ended, and with what result, is not in the sources that we hold.',
  stateUnknownHelp: 'If you took part, you can help to tell it.',
  demands: 'Demands',
  addressedTo: 'Addressed to',
  targets: 'Whom it addressed',
  chambers: { house: 'House of Representatives', senate: 'Senate', both: 'both chambers' },
  chamberUnknown: 'The source does not say of which chamber.',
  membersMissing: 'The list of members is missing in the copy of the page.',
  members: 'Members named',
  demandsTo: 'Demands',
  institutions: 'Public bodies',
  institutionsNote: 'Named as targets or because they acted. They are no partners of the campaign.',
  actions: 'What people could do',
  allActions: 'All actions of 2020',
  talkingPoints: 'Short facts',
  talkingPointsNote: 'For letters and calls. Each follows the lines of the source that stand below it.',
  organizations: 'Who took part',
  organizationsCount: (n: number) => plural('en', n, { one: '# organization', other: '# organizations' }),
  timelineLink: 'What happened, in order of time',
  readMore: 'Read more',
  withheld: {
    title: 'Statements that are not shown',
    lead: 'The campaign’s page has statements by people. That they exist is recorded; their words are left out.',
    about: 'What it is about',
    why: 'Why it is left out',
    by: 'By'
  },
  source: {
    title: 'The source',
    url: 'Address',
    urlMissing: 'not in the copy',
    publisher: 'Publisher',
    publisherMissing: 'the page never names itself',
    language: 'Language',
    copiedOn: 'Copied on',
    copiedMissing: 'day not recorded',
    pageTitle: 'Title',
    noText: 'The copy itself is not shown here. Line numbers in this archive count its lines.',
    links: 'Links and buttons of the page',
    linksNote:
      'No target survived in the copy, and none was guessed. This is what each did and what stands for it here.',
    linkKinds: {
      language_link: 'Link to the Spanish version',
      action_link: 'Link to a further action',
      action_tool: 'Link to an action tool',
      email_button: 'Button that opened an email',
      resource: 'Link to a resource',
      link: 'Link to the campaign, inside the sample letter',
      video_embed: 'Embedded video',
      external_video: 'Link to the video on Facebook',
      button: 'Button',
      email_contacts: 'Email addresses of the press contacts'
    },
    standsFor: {
      language_link: 'the language switch of each page',
      link: 'the blank for the campaign’s address in the letter',
      email_contacts: 'the contacts of the petition’s delivery, without addresses'
    },
    here: 'Here',
    targetMissing: 'address not in the copy',
    image: 'Pictures of the page',
    imageNote: 'None of the files is part of the copy. What each shows is told where it belongs.'
  },
  act: {
    title: 'Take action',
    lead: 'What the campaign asked people to do in 2020, and what of it is still known.',
    none: 'No action has been published here yet.',
    noButton: 'There is no button here.',
    missing: {
      contact_representatives: 'The address of the tool is not in the copy of the page.',
      ask_for_help: 'The email address is cut off in the copy of the page and is not completed here.',
      letter_to_editor: '',
      report_back: 'The email address is cut off in the copy of the page and is not completed here.',
      external_link: 'The address of that action is not in the copy of the page.',
      learn: 'The addresses of the page’s two buttons are not in the copy.',
      petition: ''
    },
    missingHelp: 'Once an organizer confirms it, the button appears here.',
    go: 'Go to the action',
    write: 'Write an email',
    platform: 'Where it took place',
    in2020: 'What it was in 2020',
    closed: 'Closed',
    closedOn: (date: string) => `Closed: ${date}.`,
    closedDayUnknown: 'The last day for signing is not recorded.',
    outcome: 'What came of it',
    outcomeEvent: 'The delivery',
    signatures: 'signatures',
    namesNotHeld: 'The archive holds no names of those who signed, and wants none.',
    noFullText: 'The full text of the petition is not in the copy of the page.',
    petition: 'The petition',
    letterOf2020: 'The campaign’s letter',
    learnHere: 'Where to begin here',
    learnLinks: {
      recordings: 'Watch and read the recordings',
      agreements: 'About the agreements',
      timeline: 'Timeline'
    },
    resources: 'Resources that the page recommended',
    resourceNoUrl: 'address not in the copy',
    back: 'All actions'
  },
  letter: {
    title: 'The letter',
    factsAsOf: (year: string) =>
      `The facts are of ${year}. Check what has changed before you write in the present tense.`,
    advice: 'Advice',
    placeholders: 'Blanks to fill in',
    required: 'needed',
    optional: 'if you like',
    private: 'not for print',
    words: (n: number) => plural('en', n, { one: '# word', other: '# words' }),
    wordsNote: 'The paragraphs are counted; a blank counts as one word.',
    text: 'Text of the letter',
    copy: 'Select and copy it, or print this page: nothing that you write is sent anywhere.'
  },
  timeline: {
    title: 'Timeline',
    lead: 'What the sources tell, in order of time as far as it is known. Below each entry stands what it rests on.',
    basis: 'Basis',
    none: 'There is no timeline yet.',
    toEvent: 'The event',
    people: 'Named'
  },
  topics: {
    title: 'Topics',
    alsoKnown: 'Also called',
    parties: 'With',
    signed: 'Signed',
    implemented: 'Put into practice',
    implementedStates: { yes_so_far: 'yes, as of 2020', no_so_far: 'not as of 2020', unknown: 'not recorded' },
    events: 'Events on this topic',
    more: 'About the agreements'
  },
  pages: { show: 'From the archive', contents: 'On this page' }
};
export type CampaignMessages = typeof campaign;
