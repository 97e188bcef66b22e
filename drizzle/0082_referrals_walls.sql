-- The wall around the table before it. What a slip says is the partner's until the company says no or takes it back, the desk's once
-- the company agreed, and the company's. Who holds the code of a slip is looked after by the program.
ALTER TABLE referrals ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE referrals FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON referrals USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON referrals USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON referrals TO meguri_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE referrals_number_seq TO meguri_app;
--> statement-breakpoint
CREATE POLICY partner ON referrals USING (
  partner_id = app_organisation() AND declined_at IS NULL AND revoked_at IS NULL AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY company ON referrals USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON referrals USING (app_is_desk() AND consented_at IS NOT NULL);
--> statement-breakpoint
-- What a partner still hears of a slip that a company said no to, took back or let run out: that it ended, how, and when.
CREATE FUNCTION app_ended_referrals(at timestamptz) RETURNS TABLE (
  number integer, opened_at timestamptz, ended_as text, ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT r.number, r.opened_at,
      CASE WHEN r.revoked_at IS NOT NULL THEN 'revoked' WHEN r.declined_at IS NOT NULL THEN 'declined' ELSE 'expired' END,
      coalesce(r.revoked_at, r.declined_at, (r.until + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
    FROM referrals r
    WHERE r.partner_id = app_organisation() AND NOT app_is_lending()
      AND (r.revoked_at IS NOT NULL OR r.declined_at IS NOT NULL
        OR (r.consented_at IS NOT NULL AND r.until < (at AT TIME ZONE 'Asia/Tokyo')::date)) $$;
