-- Accounts that Google or Discord opened at an address for which they did not vouch. Where a password came later, somebody has
-- answered a letter there: the account is theirs, and the provider opens it no more. This comes first, for the second
-- statement asks for provider rows.
DELETE FROM "account" AS provider USING "user"
WHERE "user"."id" = provider."user_id" AND NOT "user"."email_verified" AND "user"."email" NOT LIKE '%@no-address.invalid'
  AND provider."provider_id" IN ('google', 'discord')
  AND EXISTS (
    SELECT 1 FROM "account" AS own WHERE own."user_id" = "user"."id" AND own."provider_id" = 'credential'
  );

-- The others stay with whoever came from there, at an address that no mail reaches, as new ones begin; the address is free.
UPDATE "user" SET "email" = lower(provider."provider_id" || '-' || provider."account_id") || '@no-address.invalid'
FROM "account" AS provider
WHERE provider."user_id" = "user"."id" AND provider."provider_id" IN ('google', 'discord')
  AND NOT "user"."email_verified" AND "user"."email" NOT LIKE '%@no-address.invalid';
