-- The wall around the table before it. Whoever looks writes it down and never reads it; the company reads who looked.
ALTER TABLE partner_looks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE partner_looks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON partner_looks USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON partner_looks USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_looks TO meguri_app;
--> statement-breakpoint
CREATE POLICY partner ON partner_looks FOR INSERT WITH CHECK (
  partner_id = app_organisation() AND NOT app_is_lending()
  AND EXISTS (SELECT 1 FROM partner_companies b
    WHERE b.partner_id = partner_looks.partner_id AND b.company_id = partner_looks.company_id AND b.revoked_at IS NULL));
--> statement-breakpoint
CREATE POLICY company ON partner_looks FOR SELECT USING (company_id = app_organisation());
--> statement-breakpoint
-- What a company allows a partner to see of its projects besides state and dates, field by field; of the result only whether
-- the goal was reached, as the company itself said.
CREATE FUNCTION app_partner_details(at timestamptz) RETURNS TABLE (number integer, title text, fee integer, outcome text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.number,
      CASE WHEN 'titles' = ANY (b.fields) THEN p.title END,
      CASE WHEN 'fee' = ANY (b.fields) THEN p.fee END,
      CASE WHEN 'result' = ANY (b.fields) THEN (
        SELECT r.outcome FROM reviews r JOIN contracts c ON c.id = r.contract_id
        WHERE c.project_id = p.id AND r.side = 'company' ORDER BY r.submitted_at DESC LIMIT 1) END
    FROM partner_companies b
    JOIN projects p ON p.company_id = b.company_id
    WHERE b.partner_id = app_organisation() AND b.revoked_at IS NULL AND (b.until IS NULL OR b.until > at)
      AND b.fields <> '{}' AND NOT app_is_lending() AND (p.submitted_at IS NOT NULL OR p.published_at IS NOT NULL) $$;

--> statement-breakpoint
-- A worry that a partner was asked to look at goes out of its sight with the company's consent, not only with the owner's end.
CREATE FUNCTION app_is_shown(partner uuid, company uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM partner_companies b
    WHERE b.partner_id = partner AND b.company_id = company AND b.revoked_at IS NULL) $$;
--> statement-breakpoint
ALTER POLICY helper ON worries USING (app_is_shown(help_from, company_id) AND EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = help_from AND m.account_id = app_actor() AND m.until IS NULL
    AND m.side IS DISTINCT FROM 'lending'));
