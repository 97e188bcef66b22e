-- Partners are founded by the desk and say themselves what stands on their page.
CREATE POLICY desk ON partners FOR INSERT WITH CHECK (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON partners FOR UPDATE USING (id = app_organisation());
--> statement-breakpoint

-- Who lends for a bank never sees a company that the bank's other side sits beside.
CREATE FUNCTION app_is_lending() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT app_power() = 'person' AND EXISTS (SELECT 1 FROM memberships m
    WHERE m.account_id = app_actor() AND m.organisation_id = app_organisation() AND m.until IS NULL AND m.side = 'lending') $$;
--> statement-breakpoint
CREATE POLICY lending ON partner_companies AS RESTRICTIVE USING (NOT app_is_lending());
--> statement-breakpoint
ALTER POLICY helper ON worries USING (EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = help_from AND m.account_id = app_actor() AND m.until IS NULL
    AND m.side IS DISTINCT FROM 'lending'));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_partner_projects(at timestamptz) RETURNS TABLE (
  company_id uuid, number integer, submitted_at timestamptz, returned_at timestamptz, published_at timestamptz,
  closed_at timestamptz, filled_at timestamptz, unfilled_at timestamptz, withdrawn_at timestamptz,
  sealed_at timestamptz, ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.company_id, p.number, p.submitted_at, p.returned_at, p.published_at,
      p.closed_at, p.filled_at, p.unfilled_at, p.withdrawn_at,
      max(c.sealed_at), CASE WHEN bool_and(coalesce(c.ended_at, c.ended_early_at) IS NOT NULL)
        THEN max(coalesce(c.ended_at, c.ended_early_at)) END
    FROM partner_companies b
    JOIN projects p ON p.company_id = b.company_id
    LEFT JOIN contracts c ON c.project_id = p.id AND c.sealed_at IS NOT NULL
    WHERE b.partner_id = app_organisation() AND b.revoked_at IS NULL AND (b.until IS NULL OR b.until > at)
      AND NOT app_is_lending() AND (p.submitted_at IS NOT NULL OR p.published_at IS NOT NULL)
    GROUP BY p.id $$;
--> statement-breakpoint
-- All that the lending side may know: how many companies there are. Small numbers are kept back by whoever asks.
CREATE FUNCTION app_partner_count(at timestamptz) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*)::integer FROM partner_companies
    WHERE partner_id = app_organisation() AND revoked_at IS NULL AND (until IS NULL OR until > at) $$;
