import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';

const base64 = v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[\w-]*$/));
const jsonOf = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      try {
        const read = v.safeParse(schema, JSON.parse(dataset.value));
        if (read.success) return read.output;
      } catch {
        // no JSON at all: the same as the wrong one
      }
      addIssue();
      return NEVER;
    })
  );

const credential = {
  id: base64,
  rawId: base64,
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(v.object({}), {})
};

/** What a browser signed, as it comes in a field of a form; only what is looked at is taken over. */
export const registrationField: v.GenericSchema<string, RegistrationResponseJSON> = jsonOf(
  v.object({ ...credential, response: v.object({ clientDataJSON: base64, attestationObject: base64 }) })
);
export const authenticationField: v.GenericSchema<string, AuthenticationResponseJSON> = jsonOf(
  v.object({
    ...credential,
    response: v.object({ clientDataJSON: base64, authenticatorData: base64, signature: base64 })
  })
);
