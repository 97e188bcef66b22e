-- How something stood before an assisted session wrote in it: the company's own; whoever writes keeps it, and cannot change it.
ALTER TABLE entry_copies ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE entry_copies FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON entry_copies USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON entry_copies USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_copies TO meguri_app;
--> statement-breakpoint
CREATE POLICY company ON entry_copies USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY assisted ON entry_copies FOR SELECT USING (company_id = app_assisted());
--> statement-breakpoint
CREATE POLICY assisted_writes ON entry_copies FOR INSERT WITH CHECK (company_id = app_assisted_writing());
--> statement-breakpoint

-- Worries that somebody tells for a company belong to it and to no person; without a company, whoever holds the browser's name.
ALTER POLICY own ON worries
  USING (account_id = app_actor() OR company_id = app_organisation() OR (account_id IS NULL AND company_id IS NULL));
--> statement-breakpoint
CREATE POLICY assisted_begins ON worries FOR INSERT
  WITH CHECK (company_id = app_assisted_writing() AND account_id IS NULL);
--> statement-breakpoint
CREATE POLICY assisted_writes ON worries FOR UPDATE
  USING (company_id = app_assisted_writing()) WITH CHECK (company_id = app_assisted_writing());
--> statement-breakpoint
-- Who may look writes nothing: what hangs on a worry follows whoever sees it, so that is said once more.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['challenge_nodes', 'worry_answers', 'worry_photos'] LOOP
    EXECUTE format('CREATE POLICY assisted_adds ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (app_assisted() IS NULL OR app_assisted_writing() IS NOT NULL)', name);
    EXECUTE format('CREATE POLICY assisted_changes ON %I AS RESTRICTIVE FOR UPDATE USING (app_assisted() IS NULL OR app_assisted_writing() IS NOT NULL)', name);
    EXECUTE format('CREATE POLICY assisted_drops ON %I AS RESTRICTIVE FOR DELETE USING (app_assisted() IS NULL OR app_assisted_writing() IS NOT NULL)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A worry's address names no company: what its own people write over is theirs by their membership.
CREATE POLICY colleague ON entries FOR SELECT USING (subject_kind = 'worry' AND EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = company_id AND m.account_id = app_actor() AND m.until IS NULL));
--> statement-breakpoint
CREATE POLICY colleague_owns ON entries FOR UPDATE USING (subject_kind = 'worry' AND EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = company_id AND m.account_id = app_actor() AND m.until IS NULL AND m.role <> 'viewer'));
