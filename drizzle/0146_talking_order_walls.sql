-- The same rule, its cheapest part first: whoever asks for no company is not asked of every person whether she hides from it.
ALTER POLICY talking ON talents USING (app_organisation() IS NOT NULL AND EXISTS (
  SELECT 1 FROM talks k WHERE k.talent_id = talents.id AND k.company_id = app_organisation()
    AND k.cancelled_at IS NULL AND k.declined_at IS NULL)
  AND NOT app_is_hidden(talents.id, app_organisation()));
