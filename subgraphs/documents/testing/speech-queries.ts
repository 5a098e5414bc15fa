/** The questions that tests ask of speech. */
const START = '{ __typename ... on Job { id } ... on Refusal { code message path retryAfterMs } }';

export const SPEAK_TEXT = `mutation ($input: SpeakTextInput!) { speakText(input: $input) ${START} }`;
export const QUOTE_SPEAK = `query ($input: SpeakTextInput!) {
  quoteSpeakText(input: $input) { credits estimatedMs refusal { code message path } }
}`;
export const CLIP = `query ($id: ID!, $chapter: Int! = 1) {
  speechClip(id: $id) {
    id state title language voice rate pitch format durationMs chapterCount edition { name version tables isCurrent } document { id } asset { id } job { id }
    chapters { number title durationMs asset { id } }
    chapter(number: $chapter) { number text words { start end startMs endMs } }
    words { start end startMs endMs }
  }
}`;
export const CLIPS = `query ($first: Int, $after: String) {
  speechClips(first: $first, after: $after) { edges { node { id title state } } pageInfo { hasNextPage endCursor } }
}`;
export const DELETE_CLIP = `mutation ($id: ID!) {
  deleteSpeechClip(id: $id) { __typename ... on DeletedSpeechClip { id } ... on Refusal { code } }
}`;
export const VOICES = 'query ($language: String) { voices(language: $language) { id language engine licence } }';

export const TRANSCRIBE_SPEECH = `mutation ($input: TranscribeSpeechInput!) { transcribeSpeech(input: $input) ${START} }`;
export const QUOTE_TRANSCRIBE = `query ($input: TranscribeSpeechInput!) {
  quoteTranscribeSpeech(input: $input) { credits estimatedMs refusal { code message path } }
}`;
export const TRANSCRIPT = `query ($id: ID!) {
  transcript(id: $id) {
    id state title language transcriber durationMs heardMs text asset { id } recording { id } job { id }
    segments { position paragraph startMs endMs text words { text startMs endMs confidence } }
    srt: file(format: SRT) vtt: file(format: VTT)
  }
}`;
export const TRANSCRIPTS = `query ($first: Int, $after: String) {
  transcripts(first: $first, after: $after) { edges { node { id title state } } pageInfo { hasNextPage endCursor } }
}`;
export const TRANSCRIBERS = 'query { transcribers { id name engine languages licence } }';
