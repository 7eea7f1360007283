// Leaves the sources of the language that was asked for.
def other = language == "kotlin" ? "java" : "kotlin"
["main", "test"].each { new File(request.outputDirectory, "${request.artifactId}/src/${it}/${other}").deleteDir() }
