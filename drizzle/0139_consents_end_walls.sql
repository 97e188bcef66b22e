-- When somebody asks, as whoever opens the transaction says it: for what ends on a day.
CREATE FUNCTION app_at() RETURNS timestamptz
  LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.at', true), '')::timestamptz $$;
--> statement-breakpoint
-- A consent ends by being taken back, or with its last day: queries ask for both, and so do the walls.
ALTER POLICY partner ON partner_companies USING (
  partner_id = app_organisation() AND revoked_at IS NULL AND (until IS NULL OR until > app_at()));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_is_shown(partner uuid, company uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM partner_companies b
    WHERE b.partner_id = partner AND b.company_id = company AND b.revoked_at IS NULL
      AND (b.until IS NULL OR b.until > app_at())) $$;
--> statement-breakpoint
ALTER POLICY partner ON partner_looks WITH CHECK (
  partner_id = app_organisation() AND NOT app_is_lending() AND app_is_shown(partner_id, company_id));
