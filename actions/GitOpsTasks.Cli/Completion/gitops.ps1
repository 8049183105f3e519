# Completion of gitops in PowerShell 7.3 and newer, made by: gitops completion pwsh

Register-ArgumentCompleter -Native -CommandName gitops -ScriptBlock {
    param($current, $line, $cursor)
    $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
    $rest = @($words | Select-Object -Skip 1)
    & $words[0] '[complete]' @rest $current 2>$null | Where-Object { $_ -ne ':paths' } | ForEach-Object {
        $word, $text = $_ -split "`t", 2
        if (-not $text) { $text = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
    }
}
