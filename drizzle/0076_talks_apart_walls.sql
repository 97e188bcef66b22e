-- A talk stays readable for its company whatever becomes of the profile, as a scout does: a row that goes would tell that somebody
-- hides, of whom the company has seen the card. The card itself is no longer shown, and nothing more can be done with the talk.
ALTER POLICY company_reads ON talks USING (company_id = app_organisation());
--> statement-breakpoint
ALTER POLICY talking ON talents USING (NOT app_is_hidden(talents.id, app_organisation()) AND EXISTS (
  SELECT 1 FROM talks k WHERE k.talent_id = talents.id AND k.company_id = app_organisation()
    AND k.cancelled_at IS NULL AND k.declined_at IS NULL));
