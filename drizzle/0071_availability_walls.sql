-- Whoever only looks ('look') is proposed to no company, listed for none and counted for none, as whoever rests.
ALTER POLICY company ON talents USING (
  app_organisation() IS NOT NULL AND (
    (published_at IS NOT NULL AND hidden_at IS NULL AND employer_answered_at IS NOT NULL
      AND availability IN ('now', 'talk') AND app_is_verified(app_organisation())
      AND NOT app_is_hidden(id, app_organisation()))
    OR EXISTS (SELECT 1 FROM applications a WHERE a.talent_id = talents.id AND a.company_id = app_organisation())));
--> statement-breakpoint
-- Tables that came after the departments.
SELECT app_wall_departments();
