# Runs snippet.rb of each folder that standard input names, and writes what it
# prints to out. Once that is done it says so, with the folder's name.
require "stringio"
require "timeout"

$stdin.each_line(chomp: true) do |folder|
  Dir.chdir(folder)
  $stdout = StringIO.new
  begin
    Timeout.timeout(60) { load "./snippet.rb", true }
  rescue Exception => error # also when it exits
    File.write(File.join(folder, "failed"), error.full_message(highlight: false))
  end
  File.write(File.join(folder, "out"), $stdout.string)
  STDOUT.puts folder
  STDOUT.flush
end
